package io.lingoduct.training.loop.progress;

import io.lingoduct.training.loop.optimizer.UpdateStep;

/**
 * Notices that training has come apart: the loss of a window of updates is far above that of the best window before it.
 * Gradients that are not finite need no window.
 *
 * @param bestLoss mean loss of the best full window; 0 before the first
 * @param window the window that is being filled
 * @param jumped whether the window just filled was too high
 * @param rollbacks times the run has gone back to a checkpoint
 */
public record DivergenceGuard(double bestLoss, Totals window, boolean jumped, int rollbacks) {

    /** Updates whose mean loss is compared. */
    public static final int WINDOW = 100;

    static final DivergenceGuard START = new DivergenceGuard(0, Totals.NONE, false, 0);

    /** Below this loss a jump by any factor does no harm, such as from 0.001 to 0.01. */
    private static final double HARMLESS = 1;

    private static final double RATE_SHARE = 0.5;

    DivergenceGuard after(UpdateStep.Result step, double factor) {
        var filled = window.plus(step, 0);
        if (filled.updates() < WINDOW) {
            return new DivergenceGuard(bestLoss, filled, false, rollbacks);
        }
        double loss = filled.meanLoss();
        boolean high = bestLoss > 0 && loss > Math.max(HARMLESS, factor * bestLoss);
        double best = bestLoss > 0 ? Math.min(bestLoss, loss) : loss;
        return new DivergenceGuard(best, Totals.NONE, high, rollbacks);
    }

    /** This guard for a run that goes on from a checkpoint, having gone back as often as another says, and once more. */
    DivergenceGuard wentBackAfter(DivergenceGuard other) {
        return new DivergenceGuard(bestLoss, window, false, other.rollbacks + 1);
    }

    /** Factor of the schedule's rate: it halves each time the run goes back. */
    public double rateFactor() {
        return Math.pow(RATE_SHARE, rollbacks);
    }
}
