package io.lingoduct.training.loop;

/**
 * How a network is trained.
 *
 * @param batchTokens target tokens per update, padding included
 * @param learningRate peak of the schedule
 * @param clipNorm gradients are scaled down to this global norm
 * @param threads workers that share each batch
 */
public record TrainingConfig(
        long seed,
        int epochs,
        int batchTokens,
        double learningRate,
        int warmupUpdates,
        double labelSmoothing,
        double clipNorm,
        int threads,
        Precision precision) {}
