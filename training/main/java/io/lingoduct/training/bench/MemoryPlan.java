package io.lingoduct.training.bench;

import io.lingoduct.training.network.NetworkConfig;

/**
 * Settings of a {@link MemoryBenchmark}.
 *
 * @param batchTokens target tokens per update, padding included
 * @param steps updates in all
 * @param every updates between two samples
 */
public record MemoryPlan(NetworkConfig network, int threads, int batchTokens, int steps, int every, long seed) {

    // By then the largest batches have come by, and the allocator keeps what they took.
    private static final int SETTLED = 1000;

    /** Updates after which memory should be flat: by then most shapes of batch have occurred. */
    int settled() {
        return Math.min(SETTLED, steps / 2);
    }
}
