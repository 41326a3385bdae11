package io.lingoduct.training.network;

import io.lingoduct.training.batch.Batch;
import io.lingoduct.training.batch.EncodedPair;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The gradient of a decoder's loss by its hidden states, by moving one unit at a time; one layer. */
final class FiniteDifferences {

    private static final double MOVE = 1e-2;

    private final Seq2Seq network;
    private final Batch batch;
    private final int distance;

    FiniteDifferences(Seq2Seq network, EncodedPair pair, int distance) {
        this.network = network;
        this.batch = Batch.of(List.of(pair));
        this.distance = distance;
    }

    /** @param k at least 1: the state is moved once its own step has been taken */
    double hiddenNorm(int k) {
        double squares = 0;
        for (int unit = 0; unit < network.config().decoderHidden(); unit++) {
            double slope = (loss(k, unit, MOVE) - loss(k, unit, -MOVE)) / (2 * MOVE);
            squares += slope * slope;
        }
        return Math.sqrt(squares);
    }

    private double loss(int k, int unit, double move) {
        network.eval();
        try (var scope = new PointerScope();
                var noGradient = new NoGradGuard()) {
            var encoded = network.encode(batch.source(), batch.sourceLengths(), 1, batch.sourceWidth());
            var state = encoded.start();
            Tensor logits = null;
            for (int t = 0; t <= distance; t++) {
                var step = network.step(Tensors.of(new long[] {batch.targetInput()[t]}, 1), encoded, state);
                logits = step.logits();
                state = t == distance - k ? moved(step.state(), unit, move) : step.state();
            }
            var expected = Tensors.of(new long[] {batch.targetOutput()[distance]}, 1);
            return torch.cross_entropy(logits, expected).item_double();
        }
    }

    private static Decoder.State moved(Decoder.State state, int unit, double move) {
        var layers = new ArrayList<>(state.layers());
        var hidden = layers.get(0).hidden().clone();
        hidden.select(1, unit).add_(new Scalar(move));
        layers.set(0, new RecurrentState(hidden, layers.get(0).cell()));
        return new Decoder.State(layers, state.fed());
    }
}
