package io.lingoduct.bench.engine;

import io.lingoduct.bench.engine.EngineFigures.Latency;
import io.lingoduct.bench.engine.EngineFigures.Result;
import io.lingoduct.observe.Printable;
import java.util.Comparator;
import java.util.Locale;

/** The figures of an {@link EngineBenchmark} as tables. */
public final class EngineReport {

    private static final String HEAD = "%-16s %4s %6s %8s %11s %12s %11s %9s %9s %9s %8s %8s";
    private static final String ROW = "%-16s %4d %6d %8d %11.1f %12.0f %11.1f %9s %9s %9s %8s %8s";

    private final EngineFigures figures;
    private final StringBuilder text = new StringBuilder();

    private EngineReport(EngineFigures figures) {
        this.figures = figures;
    }

    public static String of(EngineFigures figures) {
        var report = new EngineReport(figures);
        report.head();
        report.results();
        report.threads();
        report.latencies();
        report.rest();
        return report.text.toString();
    }

    private void head() {
        line(
                "%s: %,d sentences, %.1f source tokens each; medians of %s%s",
                Printable.line(figures.run().model()),
                figures.run().sentences(),
                figures.run().tokensPerSentence(),
                figures.run().rounds() == 1 ? "1 round" : figures.run().rounds() + " rounds",
                figures.run().stopped() ? ", stopped before the end" : "");
        line(
                "Matrix products alone, one thread: float32 %.1f GFLOP/s, int8 %.1f GOP/s",
                figures.machine().f32Gflops(), figures.machine().int8Gops());
    }

    private void results() {
        line("");
        line(
                HEAD,
                "variant",
                "beam",
                "batch",
                "threads",
                "sentences/s",
                "source tok/s",
                "sent./CPU-s",
                ": naive",
                "CPU",
                ": fp32",
                "of peak",
                "as fp32");
        for (var result : figures.results()) {
            line(
                    ROW,
                    result.variant(),
                    result.use().beam(),
                    result.use().batch(),
                    result.use().threads(),
                    result.speed().sentencesPerSecond(),
                    result.speed().sourceTokensPerSecond(),
                    result.speed().sentencesPerCpuSecond(),
                    times(result.ratios().toNaive()),
                    times(result.ratios().cpuToNaive()),
                    times(result.ratios().cpuToFloat()),
                    percent(result.shareOfPeak()),
                    percent(result.equalToFloat()));
        }
        line(
                ": naive compares sentences/s, CPU and : fp32 (same beam, batch and threads) compare sent./CPU-s, which other"
                        + " work on");
        line(
                "the machine does not lower. As fp32: greedy translations that are the same text as fp32's in large batches.");
        figures.notes().forEach(this::line);
    }

    private void threads() {
        for (var result : figures.results()) {
            if (result.use().threads() > 1) {
                figures.alone(result).ifPresent(alone -> speedUp(result, alone));
            }
        }
    }

    private void speedUp(Result result, Result alone) {
        line(
                "%d threads : 1 thread, %s, batch %d, beam %d: %.2f times the sentences/s, %.2f times the processor time a"
                        + " sentence",
                result.use().threads(),
                result.variant(),
                result.use().batch(),
                result.use().beam(),
                result.speed().sentencesPerSecond() / alone.speed().sentencesPerSecond(),
                alone.speed().sentencesPerCpuSecond() / result.speed().sentencesPerCpuSecond());
    }

    private void latencies() {
        if (figures.latencies().isEmpty()) {
            return;
        }
        line("");
        line("%-16s %11s %11s", "one sentence", "median ms", "p99 ms");
        for (var latency : figures.latencies()) {
            line("%-16s %11.2f %11.2f", latency.variant(), latency.medianMillis(), latency.p99Millis());
        }
        var naive = figures.latencies().stream()
                .filter(latency -> latency.variant().equals(BundleVariants.NAIVE))
                .findFirst();
        var best = figures.latencies().stream().min(Comparator.comparing(Latency::medianMillis));
        naive.ifPresent(n -> best.filter(b -> b != n)
                .ifPresent(b ->
                        line("%s takes %.2f of naive's median", b.variant(), b.medianMillis() / n.medianMillis())));
    }

    private void rest() {
        var endToEnd = figures.endToEnd();
        line("");
        if (endToEnd != null) {
            line(
                    "Text in, text out on one thread, %s, batch %d: %.1f sentences/s",
                    endToEnd.variant(), endToEnd.batch(), endToEnd.sentencesPerSecond());
            line(
                    "  outside run %.1f%% of the time: tokenising %.1f%%, all else %.1f%% (%,d samples)",
                    100 * endToEnd.outsideRun(), 100 * endToEnd.tokenizing(), 100 * endToEnd.other(), endToEnd.looks());
        }
        var load = figures.load();
        line("Loaded and warm after %.2f s%s", load.firstSeconds(), again(load));
    }

    private static String again(EngineFigures.Load load) {
        return load.againSeconds() == null
                ? ""
                : String.format(Locale.ROOT, "; a second time in the same process %.2f s", load.againSeconds());
    }

    private static String times(Double ratio) {
        return ratio == null ? "-" : String.format(Locale.ROOT, "%.2f x", ratio);
    }

    private static String percent(Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    /** A line as it is. */
    private void line(String line) {
        text.append(line).append('\n');
    }

    private void line(String format, Object... values) {
        line(String.format(Locale.ROOT, format, values));
    }
}
