package io.lingoduct.training.network;

import io.lingoduct.training.batch.Batch;
import io.lingoduct.training.batch.EncodedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.CrossEntropyLossOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.bytedeco.pytorch.kSum;

/**
 * Reach of a loss back in time: the norm of ∂loss_t/∂h_{t-k}, the gradient of the loss at one step by the hidden state
 * k steps before it. Where it falls as λ^k with λ below 1, the past is not learnt from (Hochreiter, 1991: "Untersuchungen zu
 * dynamischen neuronalen Netzen"; Bengio, Simard and Frasconi, 1994: "Learning Long-Term Dependencies with Gradient Descent
 * is Difficult"; Pascanu, Mikolov and Bengio, 2013: "On the Difficulty of Training Recurrent Neural Networks").
 *
 * <p>Steps are taken one by one with the gradient recorded, in evaluation mode, and only the loss of the last step is gone
 * back from. Each row's norms are divided by its norm at k = 0, so that a row that is predicted badly counts as much as one
 * that is predicted well, and the rows are averaged by their geometric mean. The states of all layers are one long vector.
 */
public final class GradientProbe {

    private GradientProbe() {}

    /**
     * Norms relative to the one at distance 0, which is 1.
     *
     * @param hidden by h_{t-k}, for k = 0, 1, ..
     * @param cell by the cell state c_{t-k}, relative to the one by c_t; empty where the cell has none
     */
    public record Norms(List<Double> hidden, List<Double> cell) {

        public Norms {
            hidden = List.copyOf(hidden);
            cell = List.copyOf(cell);
        }
    }

    /**
     * From the decoder's loss at step {@code distance}, counted from 0, back to its state after the first step.
     *
     * @param pairs each with a target of at least {@code distance} tokens
     */
    public static Norms decoder(Seq2Seq network, List<EncodedPair> pairs, int distance) {
        if (pairs.stream().anyMatch(pair -> pair.target().length < distance)) {
            throw new IllegalArgumentException("a target has fewer than " + distance + " tokens");
        }
        var batch = Batch.of(pairs);
        return inEvaluation(network, net -> {
            var encoded = net.encode(batch.source(), batch.sourceLengths(), batch.rows(), batch.sourceWidth());
            var states = new ArrayList<List<RecurrentState>>();
            var state = encoded.start();
            Tensor logits = null;
            for (int t = 0; t <= distance; t++) {
                var step = net.step(column(batch.targetInput(), batch, t), encoded, state);
                state = step.state();
                logits = step.logits();
                states.add(state.layers());
            }
            return norms(loss(logits, column(batch.targetOutput(), batch, distance)), states);
        });
    }

    /**
     * From the decoder's loss at its first step back through an encoder that reads in one direction: distance 0 is its last
     * state.
     *
     * @param pairs with sources of one length
     */
    public static Norms encoder(Seq2Seq network, List<EncodedPair> pairs) {
        var batch = Batch.of(pairs);
        if (pairs.stream().anyMatch(pair -> pair.source().length != batch.sourceWidth())) {
            throw new IllegalArgumentException("the sources are not all of one length");
        }
        return inEvaluation(network, net -> {
            var read = net.trace(batch.source(), batch.rows(), batch.sourceWidth());
            var first = column(batch.targetInput(), batch, 0);
            var step = net.step(first, read.encoded(), read.encoded().start());
            return norms(loss(step.logits(), column(batch.targetOutput(), batch, 0)), read.states());
        });
    }

    private static Norms inEvaluation(Seq2Seq network, Function<Seq2Seq, Norms> measure) {
        return network.evaluating(() -> {
            try (var scope = new PointerScope()) {
                return measure.apply(network);
            }
        });
    }

    /** Of ids [B, T] row by row those of one step, [B]. */
    private static Tensor column(long[] ids, Batch batch, int step) {
        var column = new long[batch.rows()];
        for (int row = 0; row < column.length; row++) {
            column[row] = ids[row * batch.targetWidth() + step];
        }
        return Tensors.of(column, column.length);
    }

    // The sum: what one row adds to it does not depend on the others.
    private static Tensor loss(Tensor logits, Tensor expected) {
        var options = new CrossEntropyLossOptions();
        options.reduction().put(new kSum());
        return torch.cross_entropy(logits, expected, options);
    }

    /** @param states at each step, of each layer; the last step's norm comes first */
    private static Norms norms(Tensor loss, List<List<RecurrentState>> states) {
        var hidden = perStep(states, RecurrentState::hidden);
        boolean hasCell = states.get(0).get(0).cell() != null;
        var cell = hasCell ? perStep(states, RecurrentState::cell) : List.<Tensor>of();
        var all = new TensorVector();
        hidden.forEach(all::push_back);
        cell.forEach(all::push_back);
        var gradients = torch.grad(new TensorVector(loss), all);
        int layers = states.get(0).size();
        var norms = new ArrayList<float[]>();
        for (long i = 0; i < gradients.size(); i += layers) {
            norms.add(rowNorms(gradients, i, layers));
        }
        int steps = states.size();
        return new Norms(
                relative(norms.subList(0, steps)), hasCell ? relative(norms.subList(steps, 2 * steps)) : List.of());
    }

    /** The last step first, and of each step its layers. */
    private static List<Tensor> perStep(List<List<RecurrentState>> states, Function<RecurrentState, Tensor> part) {
        var tensors = new ArrayList<Tensor>();
        for (int t = states.size() - 1; t >= 0; t--) {
            states.get(t).forEach(layer -> tensors.add(part.apply(layer)));
        }
        return tensors;
    }

    /** Norm of each row [B] of some layers' gradients [B, D]. */
    private static float[] rowNorms(TensorVector gradients, long from, int layers) {
        var joined = new TensorVector();
        for (long i = from; i < from + layers; i++) {
            joined.push_back(gradients.get(i));
        }
        // Squared in double precision: in single precision 1e-23 has no square.
        var squares = torch.cat(joined, 1).to(ScalarType.Double).square().sum(1); // [B]
        return Tensors.floats(squares.sqrt().to(ScalarType.Float));
    }

    /** Geometric means over the rows of norms relative to the first. */
    private static List<Double> relative(List<float[]> norms) {
        return norms.stream().map(at -> relative(at, norms.get(0))).toList();
    }

    private static double relative(float[] norms, float[] first) {
        double sum = 0;
        int rows = 0;
        for (int row = 0; row < norms.length; row++) {
            if (first[row] > 0) {
                // What is too small for a float counts as the smallest one.
                sum += Math.log(Math.max(norms[row], Float.MIN_VALUE)) - Math.log(first[row]);
                rows++;
            }
        }
        return rows == 0 ? 0 : Math.exp(sum / rows);
    }
}
