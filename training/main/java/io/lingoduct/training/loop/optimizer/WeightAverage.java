package io.lingoduct.training.loop.optimizer;

import io.lingoduct.training.network.Seq2Seq;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * A network whose weights are an exponential moving average of another's over the updates (Polyak and Juditsky, 1992:
 * "Acceleration of Stochastic Approximation by Averaging"). The decay rises from a tenth to its full value, so that the first,
 * random weights are soon forgotten.
 */
final class WeightAverage implements AutoCloseable {

    private final double decay;
    private final Tensor source;
    private final Seq2Seq network;
    private final Tensor values;
    private final PointerScope memory;

    /** Starts from the weights as they are. */
    WeightAverage(double decay, Seq2Seq trained, Tensor source) {
        this.decay = decay;
        this.source = source;
        try (var scope = new PointerScope()) {
            network = new Seq2Seq(trained.config());
            network.moveTo(trained.device());
            values = FlatMemory.ofParameters(network);
            values.copy_(source);
            memory = scope.extend();
        }
    }

    /** Gives the memory of the network back, which cannot be used any more. */
    @Override
    public void close() {
        memory.close();
    }

    Seq2Seq network() {
        return network;
    }

    Tensor values() {
        return values;
    }

    /** @param update updates done, counted from 1 */
    void follow(FlatPiece piece, long update) {
        piece.of(values).lerp_(piece.of(source), new Scalar(1 - decayAt(update)));
    }

    double decayAt(long update) {
        return Math.min(decay, (1.0 + update) / (10.0 + update));
    }
}
