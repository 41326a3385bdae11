package io.lingoduct.training.export.network;

import io.lingoduct.training.export.onnx.Activation;
import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.Carried;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.network.Attention;
import io.lingoduct.training.network.NetworkConfig;
import java.util.List;

/** The attention's part of the graph: B sources of S positions, K decoder states each. */
final class AttentionNodes {

    private static final String NAME = "decoder.attention.";

    private final LayerNodes layers;
    private final NetworkConfig config;

    AttentionNodes(LayerNodes layers) {
        this.layers = layers;
        this.config = layers.config();
    }

    /** Keys that states are compared with: annotations [B, S, A] to [B, 1, S, D] for {@code MLP}, to [B, D, S] for the others. */
    Carried keys(GraphBuilder g, Activation annotations) {
        return switch (config.attention()) {
            case NONE -> keys(annotations.value(), "B", "S", "A");
            case DOT -> keys(turned(g, annotations.value()), "B", "A", "S");
            case GENERAL -> keys(turned(g, mapped(g, annotations)), "B", "D", "S");
            case MLP -> keys(g.node("Unsqueeze", List.of(mapped(g, annotations), g.longs(1))), "B", "1", "S", "D");
        };
    }

    private static Carried keys(Value value, String... dims) {
        return new Carried("source_keys", Type.FLOAT, value, Carried.Use.STEP, List.of(dims));
    }

    private Value mapped(GraphBuilder g, Activation states) {
        return layers.mapped(g, states, NAME + "key", config.decoderHidden());
    }

    private static Value turned(GraphBuilder g, Value states) {
        return g.node("Transpose", List.of(states), Attributes.of("perm", new long[] {0, 2, 1}));
    }

    /**
     * Weights [B, K, S] of the source positions for decoder states.
     *
     * @param states [B·K, D]
     * @param shape see {@link #queryShape}
     * @param keys see {@link #keys}
     * @param mask [B, 1, S]
     */
    Value weights(GraphBuilder g, Activation states, Value shape, Value keys, Value mask) {
        var scores = config.attention() == Attention.MLP
                ? mlp(g, states, shape, keys)
                : g.node("MatMul", List.of(g.node("Reshape", List.of(states.value(), shape)), keys));
        var masked = g.node("Add", List.of(scores, mask));
        return g.node("Softmax", List.of(masked), Attributes.of("axis", -1));
    }

    /**
     * The shape [B, K, D], or for {@code MLP} [B, K, 1, D], of the states that keys are compared with; B is left to be worked out.
     *
     * @param beamSize scalar, K
     */
    Value queryShape(GraphBuilder g, Value beamSize) {
        int units = config.decoderHidden();
        var perState = config.attention() == Attention.MLP ? g.longs(1, units) : g.longs(units);
        var beam = g.node("Reshape", List.of(beamSize, g.longs(1)));
        return g.node("Concat", List.of(g.longs(-1), beam, perState), Attributes.of("axis", 0));
    }

    private Value mlp(GraphBuilder g, Activation states, Value shape, Value keys) {
        int units = config.decoderHidden();
        var trained = layers.trained();
        var asked = layers.products()
                .rows(
                        g,
                        states,
                        NAME + "query",
                        () -> trained.get(NAME + "query.weight"),
                        () -> trained.get(NAME + "query.bias"),
                        units);
        var spread = g.node("Reshape", List.of(asked, shape)); // [B, K, 1, D]
        var hidden = g.node("Tanh", List.of(g.node("Add", List.of(keys, spread)))); // [B, K, S, D]
        // As a column and not as a vector: ONNX Runtime prepares matrices, and then makes one product of them and all
        // positions.
        var column = layers.weights().matrix(g, NAME + "vector", () -> trained.get(NAME + "vector"), units, 1);
        var scores = g.node("MatMul", List.of(hidden, column)); // [B, K, S, 1]
        return g.node("Squeeze", List.of(scores, g.longs(3)));
    }
}
