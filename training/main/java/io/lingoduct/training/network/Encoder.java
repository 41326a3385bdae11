package io.lingoduct.training.network;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Recurrent layers that read the source. Shapes: B rows, S positions, E embedding, C width of a state. */
final class Encoder extends Module {

    private final NetworkConfig config;
    private final Dropout dropout;
    private final List<RecurrentLayer> layers = new ArrayList<>();

    Encoder(NetworkConfig config, Dropout dropout) {
        super("encoder");
        this.config = config;
        this.dropout = dropout;
        for (int i = 0; i < config.encoderLayers(); i++) {
            int input = i == 0 ? config.embedding() : config.contextSize();
            var layer = new RecurrentLayer(
                    config.cell(), input, config.encoderHidden(), config.bidirectional(), 0, new StepWeights());
            layers.add(register_module(String.valueOf(i), layer));
        }
    }

    /**
     * @param x embedded tokens [B, S, E]
     * @param lengths [B] int64, on the CPU
     * @return states [B, S, C], and the top layer's last state of each direction [B, C]
     */
    RecurrentLayer.Sequence read(Tensor x, Tensor lengths) {
        var input = x;
        RecurrentLayer.Sequence sequence = null;
        for (int i = 0; i < layers.size(); i++) {
            sequence = layers.get(i).read(input, lengths);
            var states = i > 0 && config.residual() ? sequence.states().add(input) : sequence.states();
            input = is_training() ? dropout.apply(states, config.dropouts().state()) : states;
        }
        return new RecurrentLayer.Sequence(input, sequence.last());
    }

    /**
     * A sequence read step by step.
     *
     * @param states at each position, of each layer
     */
    record Trace(List<List<RecurrentState>> states, RecurrentLayer.Sequence sequence) {}

    /** As {@link #read}, for sources of one length, in one direction and without dropout, keeping the states in between. */
    Trace trace(Tensor x) {
        if (config.bidirectional()) {
            throw new IllegalStateException("an encoder that reads from both ends has no one order of steps");
        }
        var states = new ArrayList<List<RecurrentState>>();
        var outputs = new TensorVector();
        var before = start(x.size(0));
        for (long s = 0; s < x.size(1); s++) {
            var step = step(x.select(1, s), before);
            before = step.states();
            states.add(before);
            outputs.push_back(step.output());
        }
        var last = before.get(before.size() - 1).hidden();
        return new Trace(states, new RecurrentLayer.Sequence(torch.stack(outputs, 1), last));
    }

    private List<RecurrentState> start(long rows) {
        var zero = torch.zeros(rows, config.encoderHidden());
        var cell = config.cell().hasCellState() ? zero : null;
        return layers.stream().map(layer -> new RecurrentState(zero, cell)).toList();
    }

    private record Step(List<RecurrentState> states, Tensor output) {}

    private Step step(Tensor x, List<RecurrentState> before) {
        var after = new ArrayList<RecurrentState>();
        var input = x; // [B, E], from the second layer on [B, C]
        for (int i = 0; i < layers.size(); i++) {
            var layer = layers.get(i);
            var state = layer.step(layer.projectStep(input), null, before.get(i));
            after.add(state);
            input = i > 0 && config.residual() ? state.hidden().add(input) : state.hidden();
        }
        return new Step(after, input);
    }
}
