package io.lingoduct.training.loop.progress;

import io.lingoduct.training.loop.optimizer.UpdateStep;

/**
 * Sums over updates.
 *
 * @param loss over target tokens, label-smoothed
 * @param tokens target tokens, end-of-sentence included
 * @param gradientNorm before clipping
 * @param seconds of the updates alone
 */
public record Totals(long updates, double loss, long tokens, double gradientNorm, double seconds) {

    static final Totals NONE = new Totals(0, 0, 0, 0, 0);

    Totals plus(UpdateStep.Result step, double stepSeconds) {
        return new Totals(
                updates + 1,
                loss + step.loss(),
                tokens + step.tokens(),
                gradientNorm + step.gradientNorm(),
                seconds + stepSeconds);
    }

    /** Per target token; not a number before the first update. */
    public double meanLoss() {
        return loss / tokens;
    }

    public double meanGradientNorm() {
        return gradientNorm / updates;
    }

    public double tokensPerSecond() {
        return tokens / seconds;
    }
}
