package io.lingoduct.training.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.NetworkConfig.StartState;
import java.util.ArrayList;
import java.util.List;

/**
 * The encoder's part of the graph: on the ONNX operators RNN, GRU and LSTM or, where products are of integers, on
 * {@link ScannedLayer}.
 */
final class EncoderNodes {

    private static final float MASKED = -1e9f;

    private final ProductNodes products;
    private final WeightNodes weights;
    private final NetworkConfig config;

    EncoderNodes(ProductNodes products) {
        this.products = products;
        this.weights = products.weights();
        this.config = weights.trained().config();
    }

    /**
     * What the decoder is built on.
     *
     * @param annotations [B, S, A], what attention and readout see
     * @param mask [B, 1, S], 0 for a token and a large negative number for padding
     * @param summary [B, C], what the first state is made of
     */
    record Encoded(Activation annotations, Value mask, Activation summary) {}

    /**
     * @param all [S, B, C]; at padding anything within [-1, 1]
     * @param last [B, C], the last one of each direction
     */
    record LayerStates(Value all, Value last) {}

    /** @param lengths [B] int32 */
    Encoded add(GraphBuilder g, Value ids, Value lengths) {
        var timeFirst = g.node("Transpose", List.of(ids), Attributes.of("perm", new long[] {1, 0}));
        var embedded =
                weights.embedded(g, "source_embedding.weight", config.sourceVocabulary(), timeFirst); // [S, B, E]
        var present = present(g, ids, lengths); // [B, S]
        var x = new Activation(embedded, weights.vocabularyBound("source_embedding.weight"));
        Value last = null;
        for (int layer = 0; layer < config.encoderLayers(); layer++) {
            var states = layer(g, layer, x, lengths, present);
            last = states.last();
            var hidden = Activation.unit(states.all());
            x = layer > 0 && config.residual() ? hidden.plus(g, x) : hidden;
        }
        var states = g.node("Transpose", List.of(x.value()), Attributes.of("perm", new long[] {1, 0, 2})); // [B, S, C]
        var summary = config.startState() == StartState.LAST
                ? Activation.unit(last)
                : new Activation(mean(g, states, present, lengths), x.bound());
        return new Encoded(annotations(g, embedded, new Activation(states, x.bound())), mask(g, present), summary);
    }

    private Activation annotations(GraphBuilder g, Value embedded, Activation states) {
        if (!config.bridging()) {
            return states;
        }
        var rowsFirst =
                g.node("Transpose", List.of(embedded), Attributes.of("perm", new long[] {1, 0, 2})); // [B, S, E]
        return states.with(g, Activation.unit(g.node("Tanh", List.of(rowsFirst))));
    }

    private LayerStates layer(GraphBuilder g, int layer, Activation x, Value lengths, Value present) {
        if (!products.inIntegers()) {
            return layer(g, layer, x.value(), lengths);
        }
        var timeFirst = g.node("Transpose", List.of(present), Attributes.of("perm", new long[] {1, 0}));
        return new ScannedLayer(products).add(g, layer, x, g.node("Unsqueeze", List.of(timeFirst, g.longs(2))));
    }

    private LayerStates layer(GraphBuilder g, int layer, Value x, Value lengths) {
        int hidden = config.encoderHidden();
        int input = layer == 0 ? config.embedding() : config.contextSize();
        int directions = config.bidirectional() ? 2 : 1;
        long rows = (long) config.cell().gates() * hidden;
        var trained = weights.trained();
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
        return new LayerStates(
                g.node("Reshape", List.of(rowsFirst, g.longs(0, 0, config.contextSize()))),
                g.node("Reshape", List.of(lastFirst, g.longs(0, config.contextSize()))));
    }

    private static Value mean(GraphBuilder g, Value states, Value present, Value lengths) {
        var counting = g.node("Unsqueeze", List.of(WeightNodes.cast(g, present, Type.FLOAT), g.longs(1))); // [B, 1, S]
        var sum = g.node("Squeeze", List.of(g.node("MatMul", List.of(counting, states)), g.longs(1))); // [B, C]
        var count = g.node("Unsqueeze", List.of(WeightNodes.cast(g, lengths, Type.FLOAT), g.longs(1)));
        return g.node("Div", List.of(sum, count));
    }

    private static Value present(GraphBuilder g, Value ids, Value lengths) {
        var width = g.node("Gather", List.of(g.node("Shape", List.of(ids)), g.scalar(1)));
        var positions = g.node("Range", List.of(g.scalar(0), width, g.scalar(1))); // [S]
        var ends = g.node("Unsqueeze", List.of(WeightNodes.cast(g, lengths, Type.INT64), g.longs(1))); // [B, 1]
        return g.node("Less", List.of(positions, ends));
    }

    private static Value mask(GraphBuilder g, Value present) {
        return g.node(
                "Unsqueeze", List.of(g.node("Where", List.of(present, g.scalar(0f), g.scalar(MASKED))), g.longs(1)));
    }
}
