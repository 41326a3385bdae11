package io.lingoduct.bench.engine;

import io.lingoduct.bench.peak.Peaks;
import java.util.List;
import java.util.Optional;

/**
 * Figures of an {@link EngineBenchmark}. Where a figure is {@code null}, it was not measured or cannot be told.
 *
 * @param notes what the reader should know about the figures, a sentence each
 */
public record EngineFigures(
        Run run,
        Peaks machine,
        List<Result> results,
        List<Latency> latencies,
        EndToEnd endToEnd,
        Load load,
        List<String> notes) {

    /**
     * The run that the figures come from.
     *
     * @param tokensPerSentence mean number of source tokens, ends not counted
     * @param rounds that were measured whole
     * @param stopped whether the user ended it early
     */
    public record Run(String model, int sentences, double tokensPerSentence, int rounds, boolean stopped) {}

    /**
     * A way to use a graph.
     *
     * @param beam hypotheses kept per sentence; 1 is greedy
     * @param batch most sentences in a run of the graph
     * @param threads that translate batches at the same time
     */
    public record Use(int beam, int batch, int threads) {

        Use onOneThread() {
            return new Use(beam, batch, 1);
        }
    }

    /**
     * One variant in one use.
     *
     * @param sentences of each turn
     * @param shareOfPeak the time that the work takes at the machine's peak over the processor time that it took
     * @param equalToFloat share of the sentences that fp32 in large batches translates into the same text; of greedy search
     */
    public record Result(
            String variant,
            Use use,
            int sentences,
            Speed speed,
            Ratios ratios,
            Double shareOfPeak,
            Double equalToFloat) {}

    /** Rates of a variant, by the clock and by the processor time of all threads. */
    public record Speed(double sentencesPerSecond, double sourceTokensPerSecond, double sentencesPerCpuSecond) {}

    /**
     * Speed of a variant over that of another one.
     *
     * @param toNaive of sentences a second
     * @param cpuToNaive of sentences per second of processor time
     * @param cpuToFloat of sentences per second of processor time, to fp32 in the same use
     */
    public record Ratios(Double toNaive, Double cpuToNaive, Double cpuToFloat) {}

    /** Time that one caller waits for one sentence. */
    public record Latency(String variant, double medianMillis, double p99Millis) {}

    /**
     * Text in, text out on one thread, with the fastest greedy variant.
     *
     * @param outsideRun share of the time outside the graph, the sum of the two others
     * @param other normalising, sorting, copying
     * @param looks how many samples the shares were counted from
     */
    public record EndToEnd(
            String variant,
            int batch,
            double sentencesPerSecond,
            double outsideRun,
            double tokenizing,
            double other,
            int looks) {}

    /**
     * Seconds until a bundle has been checked, loaded and has translated.
     *
     * @param firstSeconds with the native libraries
     * @param againSeconds when those are there
     */
    public record Load(double firstSeconds, Double againSeconds) {}

    /** The same variant on one thread. */
    Optional<Result> alone(Result result) {
        return results.stream()
                .filter(other -> other.variant().equals(result.variant())
                        && other.use().equals(result.use().onOneThread()))
                .findFirst();
    }
}
