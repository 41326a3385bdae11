package io.lingoduct.training.bundle;

import io.lingoduct.training.network.Seq2Seq;
import java.util.Arrays;
import java.util.function.Predicate;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.NoGradGuard;

/** All weights of a network as one array, tensor after tensor in the order of registration, each row by row. */
final class FlatWeights {

    private final Seq2Seq network;
    private final int size;

    FlatWeights(Seq2Seq network) {
        this.network = network;
        this.size = Math.toIntExact(network.parameterCount());
    }

    int size() {
        return size;
    }

    /** [N] Weights that belong to parameters of such a name. */
    boolean[] belongingTo(Predicate<String> name) {
        var belonging = new boolean[size];
        forEach((parameter, from, to) -> Arrays.fill(belonging, from, to, name.test(parameter)));
        return belonging;
    }

    /** Gives the network new weights. */
    void set(float[] values) {
        try (var scope = new PointerScope();
                var noGradient = new NoGradGuard()) {
            var tensors = network.weights();
            forEach((parameter, from, to) -> {
                var tensor = tensors.get(parameter);
                tensor.copy_(AbstractTensor.create(Arrays.copyOfRange(values, from, to))
                        .view_as(tensor));
            });
        }
    }

    private interface Stretch {
        void accept(String parameter, int from, int to);
    }

    private void forEach(Stretch use) {
        try (var scope = new PointerScope()) {
            int from = 0;
            for (var parameter : network.weights().entrySet()) {
                int to = from + Math.toIntExact(parameter.getValue().numel());
                use.accept(parameter.getKey(), from, to);
                from = to;
            }
        }
    }
}
