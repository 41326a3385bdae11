package io.lingoduct.training.bench;

import io.lingoduct.training.loop.settings.Precision;
import io.lingoduct.training.network.NetworkConfig;
import java.util.List;

/**
 * Settings of a {@link SpeedBenchmark}: every number of threads is measured with every size of batch.
 *
 * @param batchTokens target tokens per update, padding included
 * @param rounds how often each variant has its turn; the median counts
 * @param steps updates in a turn
 */
public record SpeedPlan(
        NetworkConfig network,
        Precision precision,
        double labelSmoothing,
        List<Integer> threads,
        List<Integer> batchTokens,
        int rounds,
        int steps,
        long seed) {}
