package io.lingoduct.bench.pipeline;

import java.util.List;

/**
 * What came of a {@link PipelineBenchmark}.
 *
 * @param messages of each measurement of throughput
 * @param charactersPerMessage mean number of characters
 * @param rounds turns of the bare engine and the plain setups that were finished
 * @param stopped whether the user ended it early
 * @param bare the engine without Kafka, in the same run and on the same texts
 */
public record PipelineFigures(
        String model,
        int processors,
        int messages,
        double charactersPerMessage,
        int rounds,
        boolean stopped,
        Bare bare,
        List<Throughput> throughputs,
        List<Latency> latencies) {

    /**
     * The engine by itself.
     *
     * @param singleMillis median time of one message while nothing else is to be done
     */
    public record Bare(double messagesPerSecond, double singleMillis) {}

    /** @param ratioToBare messages a second over those of the bare engine */
    public record Throughput(Setup setup, double messagesPerSecond, double ratioToBare) {}

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
            double maxMillis) {}
}
