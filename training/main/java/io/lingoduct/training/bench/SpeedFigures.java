package io.lingoduct.training.bench;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;

/** Result of a {@link SpeedBenchmark}. */
public record SpeedFigures(List<Peak> peaks, List<Training> trainings) {

    /**
     * The best rate of one matrix product [m, k] × [k, n].
     *
     * @param threads that ran such products at the same time
     * @param gflopPerCpuSecond of one of them
     */
    public record Peak(int threads, String product, int m, int k, int n, double gflopPerCpuSecond) {}

    /** Training steps of one variant. In JSON the figures of both groups stand beside threads and tokens. */
    public record Training(
            int threads, int batchTokens, @JsonUnwrapped StepWork work, @JsonUnwrapped StepSpeed speed) {}

    /**
     * Work of a step, the mean of a turn's steps.
     *
     * @param rows number of pairs in a batch
     * @param padding share of the decoder's positions that are padding
     * @param gflop see {@link StepFlops}
     */
    public record StepWork(double rows, double padding, double gflop) {}

    /**
     * Speed of steps: means of a turn, medians of all turns.
     *
     * @param shareOfPeak GFLOP per second of processor time, over the peak of as many threads
     */
    public record StepSpeed(
            double tokensPerSecond,
            double tokensPerCpuSecond,
            double wallMillis,
            double cpuMillis,
            double gflopPerSecond,
            double gflopPerCpuSecond,
            double shareOfPeak) {

        /**
         * @param tokens target tokens of a step
         * @param wall seconds of a step
         * @param cpu seconds of processor time of a step
         * @param peak GFLOP per second of processor time
         */
        static StepSpeed of(double tokens, double gflop, double wall, double cpu, double peak) {
            return new StepSpeed(
                    tokens / wall, tokens / cpu, 1e3 * wall, 1e3 * cpu, gflop / wall, gflop / cpu, gflop / cpu / peak);
        }
    }

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
