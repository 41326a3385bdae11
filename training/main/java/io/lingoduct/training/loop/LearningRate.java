package io.lingoduct.training.loop;

/**
 * Linear warm-up to the peak, then linear decay to a twentieth of it at the last update.
 *
 * @param peak highest rate
 * @param warmup updates until the peak
 * @param total updates of the whole run
 */
record LearningRate(double peak, long warmup, long total) {

    private static final double FINAL_SHARE = 0.05;

    /** Rate of the update with this number, counted from 1. */
    double at(long update) {
        if (update <= warmup) {
            return peak * update / warmup;
        }
        double progress = Math.min(1, (double) (update - warmup) / Math.max(1, total - warmup));
        return peak * (1 - (1 - FINAL_SHARE) * progress);
    }
}
