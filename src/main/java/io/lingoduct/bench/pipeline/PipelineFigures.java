package io.lingoduct.bench.pipeline;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.lingoduct.bench.Percentiles;
import java.util.Arrays;
import java.util.List;

/**
 * Figures of a {@link PipelineBenchmark}.
 *
 * @param bare the engine without Kafka, in the same run and on the same texts
 */
public record PipelineFigures(
        @JsonUnwrapped Run run, Bare bare, List<Throughput> throughputs, List<Latency> latencies) {

    /**
     * The run that the figures come from.
     *
     * @param messages of each measurement of throughput
     * @param charactersPerMessage mean number of characters
     * @param rounds turns of the bare engine and the plain setups that were finished
     * @param stopped whether the user ended it early
     */
    public record Run(
            String model, int processors, int messages, double charactersPerMessage, int rounds, boolean stopped) {}

    /**
     * The engine by itself.
     *
     * @param singleMillis median time of one message while nothing else is to be done
     */
    public record Bare(double messagesPerSecond, double singleMillis) {}

    /** @param ratioToBare messages a second over those of the bare engine */
    public record Throughput(Setup setup, double messagesPerSecond, double ratioToBare) {

        static Throughput of(Setup setup, double messagesPerSecond, double bareMessagesPerSecond) {
            return new Throughput(setup, messagesPerSecond, messagesPerSecond / bareMessagesPerSecond);
        }
    }

    /**
     * Time from when messages were due to when a reader of committed messages had their translations.
     *
     * @param load share of the setup's throughput, 0 to 1
     * @param messagesPerSecond at which they were due
     */
    public record Latency(
            Setup setup,
            double load,
            double messagesPerSecond,
            int messages,
            double p50Millis,
            double p99Millis,
            double maxMillis) {

        /** @param nanos from when each message was due to its arrival */
        static Latency of(Setup setup, double load, double messagesPerSecond, long[] nanos) {
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

    static double perSecond(int messages, long nanos) {
        return messages / (Math.max(1, nanos) / 1e9);
    }
}
