package io.lingoduct.training.export.network;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.lingoduct.training.export.onnx.Activation;
import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.NetworkConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * The encoder on the ONNX operators RNN, GRU and LSTM.
 *
 * @param lengths [B] int32
 */
record OperatorLayers(LayerNodes layers, Value lengths) implements EncoderLayers {

    @Override
    public States first(GraphBuilder g, Value ids) {
        return layer(g, 0, layers.embedded(g, "source_embedding.weight", config().sourceVocabulary(), ids));
    }

    @Override
    public States upper(GraphBuilder g, int layer, Activation x) {
        return layer(g, layer, x.value());
    }

    private NetworkConfig config() {
        return layers.config();
    }

    private States layer(GraphBuilder g, int layer, Value x) {
        var config = config();
        int hidden = config.encoderHidden();
        int input = layer == 0 ? config.embedding() : config.contextSize();
        int directions = config.directions();
        long rows = (long) config.cell().gates() * hidden;
        var trained = layers.trained();
        var weights = layers.weights();
        var name = "encoder." + layer;
        var inputs = List.of(
                x,
                weights.matrix(g, name + ".input", () -> trained.encoder(layer, "ih"), directions, rows, input),
                weights.matrix(g, name + ".recurrent", () -> trained.encoder(layer, "hh"), directions, rows, hidden),
                weights.vector(g, name + ".bias", () -> trained.encoderBias(layer), directions, 2 * rows),
                lengths);
        var attributes = new ArrayList<>(List.of(
                Attributes.of("hidden_size", hidden),
                Attributes.of("direction", config.bidirectional() ? "bidirectional" : "forward")));
        if (config.cell() == Cell.GRU) {
            attributes.add(Attributes.of("linear_before_reset", 1));
        }
        var results = g.nodes(config.cell().name(), 2, inputs, attributes.toArray(AttributeProto[]::new));
        // [S, directions, B, H] → [S, B, C], and [directions, B, H] → [B, C]
        var rowsFirst = g.node("Transpose", List.of(results.get(0)), Attributes.of("perm", new long[] {0, 2, 1, 3}));
        var lastFirst = g.node("Transpose", List.of(results.get(1)), Attributes.of("perm", new long[] {1, 0, 2}));
        return new States(
                g.node("Reshape", List.of(rowsFirst, g.longs(0, 0, config.contextSize()))),
                Activation.unit(g.node("Reshape", List.of(lastFirst, g.longs(0, config.contextSize())))));
    }
}
