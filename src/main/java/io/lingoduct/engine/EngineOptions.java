package io.lingoduct.engine;

import io.lingoduct.model.SearchOptions;
import java.time.Duration;

/**
 * How an engine forms and runs batches.
 *
 * @param batchTokens most source tokens in a batch, padding included: rows times the longest row
 * @param maxBatchSegments most segments in a batch
 * @param linger how long a segment may wait for companions while no full batch is there
 * @param queueCapacity most segments that wait; whoever submits more is blocked until there is room
 * @param parallelRuns batches run at the same time, each on one core
 * @param drainLimit how long closing waits for segments that were accepted before
 * @param search how every batch is searched
 */
public record EngineOptions(
        int batchTokens,
        int maxBatchSegments,
        Duration linger,
        int queueCapacity,
        int parallelRuns,
        Duration drainLimit,
        SearchOptions search) {

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    public EngineOptions {
        requirePositive("batch tokens", batchTokens);
        requirePositive("batch segments", maxBatchSegments);
        requireWait("linger", linger);
        requirePositive("queue capacity", queueCapacity);
        requirePositive("parallel runs", parallelRuns);
        requireWait("drain limit", drainLimit);
    }

    /** Greedy search, all cores, 2,048 tokens and 64 segments a batch, 5 ms linger, 4,096 waiting segments. */
    public static EngineOptions defaults() {
        return new EngineOptions(
                2_048,
                64,
                Duration.ofMillis(5),
                4_096,
                Runtime.getRuntime().availableProcessors(),
                Duration.ofSeconds(30),
                SearchOptions.GREEDY);
    }

    public EngineOptions withBatchTokens(int tokens) {
        return new EngineOptions(tokens, maxBatchSegments, linger, queueCapacity, parallelRuns, drainLimit, search);
    }

    public EngineOptions withMaxBatchSegments(int segments) {
        return new EngineOptions(batchTokens, segments, linger, queueCapacity, parallelRuns, drainLimit, search);
    }

    public EngineOptions withLinger(Duration wait) {
        return new EngineOptions(batchTokens, maxBatchSegments, wait, queueCapacity, parallelRuns, drainLimit, search);
    }

    public EngineOptions withQueueCapacity(int segments) {
        return new EngineOptions(batchTokens, maxBatchSegments, linger, segments, parallelRuns, drainLimit, search);
    }

    public EngineOptions withParallelRuns(int runs) {
        return new EngineOptions(batchTokens, maxBatchSegments, linger, queueCapacity, runs, drainLimit, search);
    }

    public EngineOptions withDrainLimit(Duration limit) {
        return new EngineOptions(batchTokens, maxBatchSegments, linger, queueCapacity, parallelRuns, limit, search);
    }

    public EngineOptions withSearch(SearchOptions options) {
        return new EngineOptions(
                batchTokens, maxBatchSegments, linger, queueCapacity, parallelRuns, drainLimit, options);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
        }
    }

    private static void requireWait(String name, Duration value) {
        if (value.isNegative() || value.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException(name + " must lie between 0 and an hour, not " + value);
        }
    }
}
