package io.lingoduct.training.bench;

import java.util.List;
import java.util.Optional;

/** What came of a {@link SpeedBenchmark}. */
public record SpeedFigures(List<Peak> peaks, List<Training> trainings) {

    /**
     * The best rate of one matrix product [m, k] × [k, n].
     *
     * @param threads that ran such products at the same time
     * @param gflopPerCpuSecond of one of them
     */
    public record Peak(int threads, String product, int m, int k, int n, double gflopPerCpuSecond) {}

    /**
     * Training steps of one variant: means of a turn, medians of all turns.
     *
     * @param rows mean number of pairs in a batch
     * @param padding share of the decoder's positions that are padding
     * @param gflop of a step, see {@link StepFlops}
     * @param shareOfPeak GFLOP per second of processor time, over the peak of as many threads
     */
    public record Training(
            int threads,
            int batchTokens,
            double rows,
            double padding,
            double gflop,
            double tokensPerSecond,
            double tokensPerCpuSecond,
            double wallMillis,
            double cpuMillis,
            double gflopPerSecond,
            double gflopPerCpuSecond,
            double shareOfPeak) {}

    /** The same batches on one thread, if they were measured. */
    Optional<Training> alone(Training training) {
        return trainings.stream()
                .filter(other -> other.threads() == 1 && other.batchTokens() == training.batchTokens())
                .findFirst();
    }

    /** The highest rate of any product with so many threads. */
    static double peak(List<Peak> peaks, int threads) {
        return peaks.stream()
                .filter(peak -> peak.threads() == threads)
                .mapToDouble(Peak::gflopPerCpuSecond)
                .max()
                .orElseThrow();
    }
}
