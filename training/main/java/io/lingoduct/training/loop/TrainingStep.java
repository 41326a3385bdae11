package io.lingoduct.training.loop;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.network.Seq2Seq;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Single updates as {@link Trainer} makes them, at a constant rate and with no run around them: what a benchmark measures. */
public final class TrainingStep implements AutoCloseable {

    private static final double RATE = 1e-4;
    private static final double CLIP_NORM = 1;

    private final GradientWorkers workers;
    private final TensorVector parameters;
    private final Adam optimizer;

    /** @param network its weights are trained */
    public TrainingStep(Seq2Seq network, int threads, Precision precision, double labelSmoothing, long seed) {
        network.train(true);
        workers = new GradientWorkers(network, threads, precision, labelSmoothing);
        workers.seed(seed);
        parameters = network.parameters();
        optimizer = new Adam(parameters, new AdamOptions(RATE));
    }

    /**
     * Gradient, clipping, optimiser.
     *
     * @return the label-smoothed loss summed over the batch's target tokens, before the update
     */
    public double update(List<EncodedPair> batch) {
        double loss = workers.accumulate(batch);
        try (var scope = new PointerScope()) {
            torch.clip_grad_norm_(parameters, CLIP_NORM);
            optimizer.step();
        }
        return loss;
    }

    @Override
    public void close() {
        workers.close();
    }
}
