package io.lingoduct.training.loop.optimizer;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.loop.settings.Precision;
import io.lingoduct.training.loop.settings.TrainingConfig;
import io.lingoduct.training.network.Seq2Seq;
import java.util.List;

/** Single updates as a run makes them, with no run around them, for benchmarks. */
public final class TrainingStep implements AutoCloseable {

    private static final double RATE = 1e-4;

    private final GradientWorkers workers;
    private final TrainingState state;
    private final UpdateStep step;
    private final long seed;
    private long updates;

    /** @param network its weights are trained, and followed by a moving average */
    public TrainingStep(Seq2Seq network, int threads, Precision precision, double labelSmoothing, long seed) {
        this.seed = seed;
        network.train(true);
        workers = new GradientWorkers(network, threads, precision, labelSmoothing);
        var optimization = new TrainingConfig.Optimization(TrainingConfig.Optimizer.ADAM, 0.9, 0.999, 1e-8, 0, 1);
        var averaging = new TrainingConfig.Averaging(TrainingConfig.Average.EMA, 0.999);
        state = new TrainingState(network, workers, optimization, averaging);
        step = new UpdateStep(workers, state, optimization.clipNorm());
    }

    /**
     * Gradient, clipping, Adam, moving average.
     *
     * @return the label-smoothed loss summed over the batch's target tokens, before the update
     */
    public double update(List<EncodedPair> batch) {
        updates++;
        return step.take(batch, updates, seed + updates, RATE).loss();
    }

    @Override
    public void close() {
        state.close();
        workers.close();
    }
}
