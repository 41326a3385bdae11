package io.lingoduct.bench.engine;

import io.lingoduct.bench.peak.Peaks;
import java.util.List;
import java.util.Optional;

/**
 * What came of an {@link EngineBenchmark}. Where a figure is {@code null}, it was not measured or cannot be told.
 *
 * @param rounds that were measured whole
 * @param tokensPerSentence mean number of source tokens, ends not counted
 * @param notes what the reader should know about the figures, a sentence each
 */
public record EngineFigures(
        String model,
        int sentences,
        double tokensPerSentence,
        int rounds,
        boolean stopped,
        Peaks machine,
        List<Result> results,
        List<Latency> latencies,
        EndToEnd endToEnd,
        Load load,
        List<String> notes) {

    /**
     * One variant.
     *
     * @param sentences of each turn
     * @param ratioToNaive of sentences a second
     * @param cpuRatioToNaive of sentences per second of processor time
     * @param cpuRatioToFloat of sentences per second of processor time, to fp32 with the same beam, batch and threads
     * @param shareOfPeak the time that the work takes at the machine's peak over the processor time that it took
     * @param equalToFloat share of the sentences that fp32 in large batches translates into the same text; of greedy search
     */
    public record Result(
            String variant,
            int beam,
            int batch,
            int threads,
            int sentences,
            double sentencesPerSecond,
            double sourceTokensPerSecond,
            double sentencesPerCpuSecond,
            Double ratioToNaive,
            Double cpuRatioToNaive,
            Double cpuRatioToFloat,
            Double shareOfPeak,
            Double equalToFloat) {}

    /** How long one caller waits for one sentence. */
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
        return find(result.variant(), result.beam(), result.batch(), 1);
    }

    Optional<Result> find(String variant, int beam, int batch, int threads) {
        return results.stream()
                .filter(r ->
                        r.variant().equals(variant) && r.beam() == beam && r.batch() == batch && r.threads() == threads)
                .findFirst();
    }
}
