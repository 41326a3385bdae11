package io.lingoduct.training.loop.optimizer;

import io.lingoduct.training.batch.EncodedPair;
import java.util.List;
import org.bytedeco.pytorch.Scalar;

/** One update of the weights: gradient, clipping by its global norm, optimiser, moving average. */
public final class UpdateStep {

    /**
     * @param loss summed over the target tokens, label-smoothed
     * @param gradientNorm before clipping
     */
    public record Result(double loss, long tokens, double gradientNorm) {

        public boolean finite() {
            return Double.isFinite(loss) && Double.isFinite(gradientNorm);
        }
    }

    private final GradientWorkers workers;
    private final TrainingState state;
    private final double clipNorm;

    public UpdateStep(GradientWorkers workers, TrainingState state, double clipNorm) {
        this.workers = workers;
        this.state = state;
        this.clipNorm = clipNorm;
    }

    /**
     * Leaves the weights as they are if loss or gradient are not finite.
     *
     * @param update counted from 1
     * @param seed of this update's dropout
     */
    public Result take(List<EncodedPair> batch, long update, long seed, double rate) {
        workers.seed(seed);
        double loss = workers.accumulate(batch);
        long tokens = batch.stream().mapToLong(pair -> pair.target().length + 1).sum();
        var result = new Result(loss, tokens, workers.gradientNorm());
        double scale = clipNorm / Math.max(clipNorm, result.gradientNorm());
        workers.onEachPiece(piece -> {
            var gradient = piece.of(workers.gradient());
            if (result.finite()) {
                if (scale < 1) {
                    gradient.mul_(new Scalar(scale));
                }
                state.update(piece, update, rate);
            }
            gradient.zero_();
        });
        return result;
    }
}
