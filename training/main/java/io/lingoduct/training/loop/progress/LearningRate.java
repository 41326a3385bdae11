package io.lingoduct.training.loop.progress;

import io.lingoduct.training.loop.settings.TrainingConfig;

/**
 * Linear warm-up to the peak, then on by the schedule's shape. Factors that depend on more than the update's number, such
 * as the dev set's plateaus, are kept in the {@link Progress}.
 *
 * @param total updates of the whole run as foreseen; only the linear schedule asks
 */
record LearningRate(TrainingConfig.Schedule schedule, long total) {

    private static final double FINAL_SHARE = 0.05;

    /** Rate of the update with this number, counted from 1. */
    double at(long update) {
        double peak = schedule.peak();
        long warmup = schedule.warmupUpdates();
        if (update <= warmup) {
            return peak * update / warmup;
        }
        return switch (schedule.shape()) {
            case LINEAR -> {
                double progress = Math.min(1, (double) (update - warmup) / Math.max(1, total - warmup));
                yield peak * (1 - (1 - FINAL_SHARE) * progress);
            }
            case INVERSE_SQUARE_ROOT -> peak * Math.sqrt((double) Math.max(1, warmup) / update);
            case PLATEAU, CONSTANT -> peak;
        };
    }
}
