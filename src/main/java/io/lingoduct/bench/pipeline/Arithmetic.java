package io.lingoduct.bench.pipeline;

import io.lingoduct.bench.Medians;
import io.lingoduct.bench.Percentiles;
import io.lingoduct.bench.pipeline.PipelineFigures.Latency;
import io.lingoduct.bench.pipeline.PipelineFigures.Throughput;
import java.util.Arrays;
import java.util.List;

/** From measured times to figures. */
final class Arithmetic {

    private Arithmetic() {}

    static double perSecond(int messages, long nanos) {
        return messages / (Math.max(1, nanos) / 1e9);
    }

    static double median(List<Double> values) {
        return Medians.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static Throughput throughput(Setup setup, double messagesPerSecond, double bareMessagesPerSecond) {
        return new Throughput(setup, messagesPerSecond, messagesPerSecond / bareMessagesPerSecond);
    }

    /** @param nanos from when each message was due to its arrival */
    static Latency latency(Setup setup, double load, double messagesPerSecond, long[] nanos) {
        var ascending = nanos.clone();
        Arrays.sort(ascending);
        return new Latency(
                setup,
                load,
                messagesPerSecond,
                ascending.length,
                1e-6 * Percentiles.of(ascending, 0.5),
                1e-6 * Percentiles.of(ascending, 0.99),
                1e-6 * ascending[ascending.length - 1]);
    }
}
