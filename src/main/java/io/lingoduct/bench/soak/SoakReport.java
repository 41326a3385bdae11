package io.lingoduct.bench.soak;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.bench.soak.SoakFigures.Sample;
import io.lingoduct.chart.Chart;
import io.lingoduct.chart.LineChart;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The figures of a {@link SoakBenchmark} as a table, as JSON and as a chart. */
public final class SoakReport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MEBIBYTE = 1 << 20;
    private static final int MOST_ROWS = 30;

    private SoakReport() {}

    public static String text(SoakFigures figures) {
        var text = new StringBuilder();
        add(
                text,
                "%s: %,d sentences in %,.0f s, %.1f a second%s",
                figures.model(),
                figures.sentences(),
                figures.seconds(),
                figures.sentencesPerSecond(),
                figures.stopped() ? ", stopped before the end" : "");
        add(text, "%8s %12s %14s %12s", "seconds", "sentences", "resident MiB", "heap MiB");
        var samples = figures.samples();
        int stride = Math.max(1, (samples.size() + MOST_ROWS - 1) / MOST_ROWS);
        for (int i = (samples.size() - 1) % stride; i < samples.size(); i += stride) {
            var sample = samples.get(i);
            add(
                    text,
                    "%,8.0f %,12d %14s %12.1f",
                    sample.seconds(),
                    sample.sentences(),
                    sample.resident().isPresent()
                            ? String.format(
                                    Locale.ROOT, "%.1f", sample.resident().getAsLong() / MEBIBYTE)
                            : "unknown",
                    sample.heap() / MEBIBYTE);
        }
        if (samples.stream().anyMatch(sample -> sample.resident().isEmpty())) {
            add(text, "Resident memory is unknown: only Linux tells it, in /proc/self/status.");
        }
        add(text, "%s", growth(figures));
        return text.toString();
    }

    private static String growth(SoakFigures figures) {
        return figures.heapGrowth().isEmpty()
                ? String.format(
                        Locale.ROOT, "No growth can be told: it counts from %,d sentences on.", figures.settled())
                : String.format(
                        Locale.ROOT,
                        "Growth after %,d sentences: resident %s, heap %s",
                        figures.settled(),
                        percent(figures.residentGrowth()),
                        percent(figures.heapGrowth()));
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%+.1f%%", 100 * share.getAsDouble()) : "unknown";
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** Names in snake_case; what is unknown null. */
    public static String json(SoakFigures figures) {
        var root = JSON.createObjectNode()
                .put("model", figures.model())
                .put("sentences", figures.sentences())
                .put("seconds", figures.seconds())
                .put("sentences_per_second", figures.sentencesPerSecond())
                .put("stopped", figures.stopped())
                .put("settled_after_sentences", figures.settled())
                .put("resident_growth", orNull(figures.residentGrowth()))
                .put("heap_growth", orNull(figures.heapGrowth()));
        var samples = root.putArray("samples");
        for (var sample : figures.samples()) {
            var bytes = sample.resident();
            samples.addObject()
                    .put("seconds", sample.seconds())
                    .put("sentences", sample.sentences())
                    .put("resident_bytes", bytes.isPresent() ? (Long) bytes.getAsLong() : null)
                    .put("heap_bytes", sample.heap());
        }
        return root.toPrettyString() + "\n";
    }

    private static Double orNull(OptionalDouble share) {
        return share.isPresent() ? (Double) share.getAsDouble() : null;
    }

    public static Chart chart(SoakFigures figures) {
        var minutes = values(figures, sample -> sample.seconds() / 60);
        var chart = LineChart.of("Memory of the engine, " + figures.model(), "minutes", "MiB");
        if (figures.samples().stream().allMatch(sample -> sample.resident().isPresent())) {
            chart = chart.with(
                    "resident", minutes, values(figures, s -> s.resident().getAsLong() / MEBIBYTE));
        }
        return chart.with("heap", minutes, values(figures, sample -> sample.heap() / MEBIBYTE));
    }

    private static double[] values(SoakFigures figures, ToDoubleFunction<Sample> value) {
        return figures.samples().stream().mapToDouble(value).toArray();
    }
}
