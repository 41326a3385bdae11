package io.lingoduct.training.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Recurrent layers that write the target, and the attention over the source.
 *
 * <p>Without input feeding nothing that was attended to flows back into the recurrence: the decoder runs over a whole
 * teacher-forced target in one fused call per layer, and attends for all positions at once. With it (Luong, Pham and
 * Manning, 2015, section 3.3) each step also sees the last step's readout, and training goes step by step.
 *
 * <p>Shapes: B rows, S source and T target positions, E embedding, C encoder state, A annotation of a source position, D decoder
 * state, R readout.
 */
final class Decoder extends Module {

    private final NetworkConfig config;
    private final Dropout dropout;
    private final List<RecurrentLayer> layers = new ArrayList<>();
    private final List<LinearImpl> start = new ArrayList<>();
    private final AttentionLayer attention;
    private final LinearImpl readout;
    private final Tensor readoutWeight;
    private final StepWeights weights = new StepWeights();

    /**
     * State of the decoder between two steps.
     *
     * @param layers state of each layer
     * @param fed the last readout [B, R]; null without input feeding
     */
    record State(List<RecurrentState> layers, Tensor fed) {

        State map(UnaryOperator<Tensor> change) {
            var changed = layers.stream()
                    .map(layer -> new RecurrentState(
                            change.apply(layer.hidden()), layer.cell() == null ? null : change.apply(layer.cell())))
                    .toList();
            return new State(changed, fed == null ? null : change.apply(fed));
        }
    }

    /**
     * A batch of sources as the decoder reads it.
     *
     * @param annotations [B, S, A]
     * @param keys see {@link AttentionLayer#keys}
     * @param mask see {@link AttentionLayer#weights}
     */
    record Source(Tensor annotations, Tensor keys, Tensor mask) {}

    /**
     * Output of the decoder at one or more positions.
     *
     * @param readout [B, T, R]
     * @param attention [B, T, S]; null without attention
     */
    record Output(Tensor readout, Tensor attention) {}

    Decoder(NetworkConfig config, Dropout dropout) {
        super("decoder");
        this.config = config;
        this.dropout = dropout;
        int size = config.decoderHidden();
        for (int i = 0; i < config.decoderLayers(); i++) {
            int input = i == 0 ? config.embedding() : size;
            int fed = i == 0 && config.inputFeeding() ? config.readout() : 0;
            layers.add(register_module(
                    String.valueOf(i), new RecurrentLayer(config.cell(), input, size, false, fed, weights)));
            start.add(register_module("start_" + i, new LinearImpl(config.contextSize(), size)));
        }
        attention = register_module("attention", new AttentionLayer(config.attention(), config.annotationSize(), size));
        int context = config.attention() == Attention.NONE ? 0 : config.annotationSize();
        readout = register_module("readout", new LinearImpl(context + size, config.readout()));
        readoutWeight = readout.weight();
        try (var noGradient = new NoGradGuard()) {
            var linear = new ArrayList<>(start);
            linear.add(readout);
            linear.forEach(layer -> {
                torch.xavier_uniform_(layer.weight());
                layer.bias().zero_();
            });
        }
    }

    StepWeights stepWeights() {
        return weights;
    }

    Tensor keys(Tensor annotations) {
        return attention.keys(annotations);
    }

    /** The first state, from a summary [B, C] of the source. */
    State start(Tensor summary) {
        var states = new ArrayList<RecurrentState>();
        for (var layer : start) {
            var hidden = layer.forward(summary).tanh();
            states.add(new RecurrentState(hidden, config.cell().hasCellState() ? torch.zeros_like(hidden) : null));
        }
        var fed = config.inputFeeding()
                ? torch.zeros(summary.size(0), config.readout()).to(summary.device(), summary.scalar_type())
                : null;
        return new State(states, fed);
    }

    /** Teacher-forced: embedded target input [B, T, E] to the output at every position. */
    Output run(Tensor x, Source source, State from) {
        return config.inputFeeding() ? stepByStep(x, source, from) : fused(x, source, from);
    }

    private Output fused(Tensor x, Source source, State from) {
        var input = x;
        for (int i = 0; i < layers.size(); i++) {
            if (i > 0) {
                input = drop(input, config.dropouts().state());
            }
            input = residual(i, layers.get(i).run(input, from.layers().get(i)), input);
        }
        return attend(input, source);
    }

    private Output stepByStep(Tensor x, Source source, State from) {
        var projected = layers.get(0).project(x).unbind(1); // T times [B, G·D]
        var state = from;
        var readouts = new TensorVector();
        var attentions = new TensorVector();
        for (long t = 0; t < projected.size(); t++) {
            var step = step(projected.get(t), source, state);
            state = step.state();
            readouts.push_back(step.output().readout());
            attentions.push_back(step.output().attention());
        }
        return new Output(torch.cat(readouts, 1), torch.cat(attentions, 1));
    }

    /** One step's output, T being 1, and the state after it. */
    record Step(Output output, State state) {}

    /** One step of a search: embedded tokens [B, E]. */
    Step next(Tensor x, Source source, State state) {
        return step(layers.get(0).projectStep(x), source, state);
    }

    private Step step(Tensor projected, Source source, State state) {
        var after = new ArrayList<RecurrentState>();
        var first = layers.get(0).step(projected, state.fed(), state.layers().get(0));
        after.add(first);
        var x = first.hidden();
        for (int i = 1; i < layers.size(); i++) {
            x = drop(x, config.dropouts().state());
            var layer = layers.get(i);
            var next = layer.step(layer.projectStep(x), null, state.layers().get(i));
            after.add(next);
            x = residual(i, next.hidden(), x);
        }
        var output = attendStep(x, source);
        return new Step(
                output,
                new State(after, config.inputFeeding() ? output.readout().squeeze(1) : null));
    }

    private Tensor residual(int layer, Tensor output, Tensor input) {
        return layer > 0 && config.residual() ? output.add(input) : output;
    }

    /** States [B, T, D] of all positions at once. */
    private Output attend(Tensor x, Source source) {
        var looked = look(x, source);
        return new Output(spoken(readout.forward(looked.joined())), looked.weights());
    }

    /** The state [B, D] of one position; T is 1 in what comes of it. */
    private Output attendStep(Tensor x, Source source) {
        var looked = look(x.unsqueeze(1), source);
        var said = weights.linear(looked.joined().squeeze(1), readoutWeight, readout.bias());
        return new Output(spoken(said).unsqueeze(1), looked.weights());
    }

    /** @param joined [B, T, A + D], or [B, T, D] without attention */
    private record Looked(Tensor joined, Tensor weights) {}

    private Looked look(Tensor x, Source source) {
        if (config.attention() == Attention.NONE) {
            return new Looked(x, null);
        }
        var spread = attention.weights(x, source.keys(), source.mask()); // [B, T, S]
        var context = spread.to(source.annotations().scalar_type()).bmm(source.annotations()); // [B, T, A]
        return new Looked(torch.cat(new TensorVector(context, x), 2), spread);
    }

    private Tensor spoken(Tensor sums) {
        return drop(sums.tanh(), config.dropouts().output());
    }

    private Tensor drop(Tensor x, double share) {
        return is_training() ? dropout.apply(x, share) : x;
    }
}
