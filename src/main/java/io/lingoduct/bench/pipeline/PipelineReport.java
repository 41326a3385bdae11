package io.lingoduct.bench.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.lingoduct.bench.pipeline.PipelineFigures.Throughput;
import io.lingoduct.chart.BarChart;
import io.lingoduct.chart.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of a {@link PipelineBenchmark} as tables, as JSON and as a chart. */
public final class PipelineReport {

    private static final ObjectMapper JSON =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    private static final String SETUP = "%-14s %10s %8s %10s %8s";

    private PipelineReport() {}

    public static String text(PipelineFigures figures) {
        var text = new StringBuilder();
        line(
                text,
                "%s: %,d messages of %.0f characters, %d processors, %d %s%s",
                figures.run().model(),
                figures.run().messages(),
                figures.run().charactersPerMessage(),
                figures.run().processors(),
                figures.run().rounds(),
                figures.run().rounds() == 1 ? "round" : "rounds",
                figures.run().stopped() ? ", stopped before the end" : "");
        line(
                text,
                "Bare engine: %,.1f messages/s; a message alone %.1f ms",
                figures.bare().messagesPerSecond(),
                figures.bare().singleMillis());
        throughputs(text, figures);
        latencies(text, figures);
        line(text, "");
        line(
                text,
                "Broker, instances, sender and reader share the processors. A reader of committed messages sees those of");
        line(
                text,
                "exactly-once only after the next commit. Engine: threads of each instance, all = one for each processor.");
        return text.toString();
    }

    private static void throughputs(StringBuilder text, PipelineFigures figures) {
        line(text, "");
        line(
                text,
                SETUP + " %11s %8s",
                "guarantee",
                "partitions",
                "threads",
                "instances",
                "engine",
                "messages/s",
                "of bare");
        for (var result : figures.throughputs()) {
            line(
                    text,
                    "%s %,11.1f %7.0f%%",
                    columns(result.setup()),
                    result.messagesPerSecond(),
                    100 * result.ratioToBare());
        }
    }

    private static void latencies(StringBuilder text, PipelineFigures figures) {
        if (figures.latencies().isEmpty()) {
            return;
        }
        line(text, "");
        line(text, "From the time a message is due to its translation at a reader:");
        line(
                text,
                "%-14s %6s %11s %9s %9s %9s %9s",
                "guarantee",
                "load",
                "messages/s",
                "messages",
                "p50 ms",
                "p99 ms",
                "max ms");
        for (var result : figures.latencies()) {
            line(
                    text,
                    "%-14s %5.0f%% %,11.1f %,9d %,9.1f %,9.1f %,9.1f",
                    result.setup().guarantee(),
                    100 * result.load(),
                    result.messagesPerSecond(),
                    result.messages(),
                    result.p50Millis(),
                    result.p99Millis(),
                    result.maxMillis());
        }
    }

    /** Names in snake_case, shares from 0 to 1. */
    public static String json(PipelineFigures figures) {
        return JSON.valueToTree(figures).toPrettyString() + "\n";
    }

    /** Messages a second of the bare engine and of each setup. */
    public static Chart chart(PipelineFigures figures) {
        var names = new ArrayList<>(List.of("bare engine"));
        var values = new ArrayList<>(List.of(figures.bare().messagesPerSecond()));
        for (Throughput result : figures.throughputs()) {
            names.add(result.setup().label());
            values.add(result.messagesPerSecond());
        }
        return BarChart.of(
                        "Messages through Kafka, " + figures.run().model(),
                        "p partitions, t stream threads, × instances, e engine threads",
                        "messages/s",
                        names)
                .with("messages/s", values);
    }

    private static String columns(Setup setup) {
        return String.format(
                Locale.ROOT,
                SETUP,
                setup.guarantee(),
                setup.partitions(),
                setup.streamThreads(),
                setup.instances(),
                setup.engineThreads() == null ? "all" : setup.engineThreads());
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
