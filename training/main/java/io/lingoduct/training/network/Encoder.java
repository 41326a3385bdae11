package io.lingoduct.training.network;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

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
            var layer = new RecurrentLayer(config.cell(), input, config.encoderHidden(), config.bidirectional(), 0);
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
}
