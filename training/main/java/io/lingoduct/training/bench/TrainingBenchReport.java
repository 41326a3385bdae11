package io.lingoduct.training.bench;

import io.lingoduct.training.bench.SpeedFigures.Training;
import io.lingoduct.training.network.NetworkConfig;
import java.util.Locale;
import java.util.OptionalDouble;

/** The figures of a benchmark as tables. */
public final class TrainingBenchReport {

    private static final double MEBIBYTE = 1 << 20;

    private final StringBuilder text = new StringBuilder();

    private TrainingBenchReport() {}

    public static String speed(NetworkConfig network, SpeedFigures figures) {
        var report = new TrainingBenchReport();
        report.network(network);
        report.peaks(figures);
        report.trainings(figures);
        return report.text.toString();
    }

    public static String memory(MemoryFigures figures) {
        var report = new TrainingBenchReport();
        report.samples(figures);
        return report.text.toString();
    }

    private void network(NetworkConfig network) {
        line(
                "Network: %s, embedding %d, encoder %d x %d%s, decoder %d x %d, attention %s%s, vocabulary %,d",
                name(network.cell()),
                network.embedding(),
                network.encoderLayers(),
                network.encoderHidden(),
                network.bidirectional() ? " in both directions" : "",
                network.decoderLayers(),
                network.decoderHidden(),
                name(network.attention()),
                network.inputFeeding() ? ", input feeding" : "",
                network.targetVocabulary());
    }

    private void peaks(SpeedFigures figures) {
        line("%nMatrix products alone, float32: the best of several, of each thread per second of processor time");
        line("%7s  %-12s %18s %12s", "threads", "product", "m x k x n", "GFLOP/CPU-s");
        for (var peak : figures.peaks()) {
            var shape = peak.m() + " x " + peak.k() + " x " + peak.n();
            line("%7d  %-12s %18s %12.1f", peak.threads(), peak.product(), shape, peak.gflopPerCpuSecond());
        }
    }

    private void trainings(SpeedFigures figures) {
        line("%nTraining steps: gradient, clipping, optimiser");
        line(
                "%7s %7s %5s %8s %11s %12s %8s %7s %11s %13s %9s",
                "threads",
                "tokens",
                "rows",
                "padding",
                "target tok/s",
                "tok/CPU-s",
                "ms/step",
                "CPU ms",
                "GFLOP/step",
                "GFLOP/CPU-s",
                "of peak");
        for (var training : figures.trainings()) {
            line(
                    "%7d %7d %5.0f %7.1f%% %12.0f %12.0f %8.0f %7.0f %11.1f %13.1f %8.0f%%",
                    training.threads(),
                    training.batchTokens(),
                    training.work().rows(),
                    100 * training.work().padding(),
                    training.speed().tokensPerSecond(),
                    training.speed().tokensPerCpuSecond(),
                    training.speed().wallMillis(),
                    training.speed().cpuMillis(),
                    training.work().gflop(),
                    training.speed().gflopPerCpuSecond(),
                    100 * training.speed().shareOfPeak());
        }
        for (var training : figures.trainings()) {
            if (training.threads() > 1) {
                figures.alone(training).ifPresent(alone -> speedUp(training, alone));
            }
        }
        line("GFLOP/step counts the matrix products, forward and backward, padding included where it is computed.");
    }

    private void speedUp(Training training, Training alone) {
        line(
                "%d threads : 1 thread at %,d tokens: %.2f times the target tokens/s",
                training.threads(),
                training.batchTokens(),
                training.speed().tokensPerSecond() / alone.speed().tokensPerSecond());
    }

    private void samples(MemoryFigures figures) {
        line(
                "%nMemory over %,d steps, a small network",
                figures.samples().get(figures.samples().size() - 1).step());
        line("%8s %14s %12s", "step", "resident MiB", "heap MiB");
        for (var sample : figures.samples()) {
            var resident = sample.resident().isPresent()
                    ? String.format(Locale.ROOT, "%.1f", sample.resident().getAsLong() / MEBIBYTE)
                    : "unknown";
            line("%,8d %14s %12.1f", sample.step(), resident, sample.heap() / MEBIBYTE);
        }
        line(
                "Growth after step %,d: resident %s, heap %s",
                figures.settled(), growth(figures.residentGrowth()), growth(OptionalDouble.of(figures.heapGrowth())));
    }

    private static String growth(OptionalDouble share) {
        return share.isPresent()
                ? String.format(Locale.ROOT, "%+.1f%%", 100 * share.getAsDouble())
                : "unknown (only Linux tells)";
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
