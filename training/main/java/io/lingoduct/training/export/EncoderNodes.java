package io.lingoduct.training.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.NetworkConfig.StartState;
import java.util.ArrayList;
import java.util.List;

/** The encoder's part of the graph, on the ONNX operators RNN, GRU and LSTM. */
final class EncoderNodes {

    private static final float MASKED = -1e9f;

    private final WeightNodes weights;
    private final NetworkConfig config;

    EncoderNodes(WeightNodes weights) {
        this.weights = weights;
        this.config = weights.trained().config();
    }

    /**
     * What the decoder is built on.
     *
     * @param annotations [B, S, A], what attention and readout see
     * @param mask [B, 1, S], 0 for a token and a large negative number for padding
     * @param summary [B, C], what the first state is made of
     */
    record Encoded(Activation annotations, Value mask, Value summary) {}

    /** @param lengths [B] int32 */
    Encoded add(GraphBuilder g, Value ids, Value lengths) {
        var timeFirst = g.node("Transpose", List.of(ids), Attributes.of("perm", new long[] {1, 0}));
        var embedded =
                weights.embedded(g, "source_embedding.weight", config.sourceVocabulary(), timeFirst); // [S, B, E]
        var x = embedded;
        Value last = null;
        float bound = 0;
        for (int layer = 0; layer < config.encoderLayers(); layer++) {
            var results = layer(g, layer, x, lengths);
            boolean residual = layer > 0 && config.residual();
            x = residual ? g.node("Add", List.of(results.get(0), x)) : results.get(0);
            bound = residual ? bound + 1 : 1;
            last = results.get(1);
        }
        var states = g.node("Transpose", List.of(x), Attributes.of("perm", new long[] {1, 0, 2})); // [B, S, C]
        var summary = config.startState() == StartState.LAST ? last : mean(g, states, lengths);
        return new Encoded(annotations(g, embedded, new Activation(states, bound)), mask(g, ids, lengths), summary);
    }

    private Activation annotations(GraphBuilder g, Value embedded, Activation states) {
        if (!config.bridging()) {
            return states;
        }
        var rowsFirst =
                g.node("Transpose", List.of(embedded), Attributes.of("perm", new long[] {1, 0, 2})); // [B, S, E]
        return states.with(g, Activation.unit(g.node("Tanh", List.of(rowsFirst))));
    }

    /** @return states [S, B, C], zero at padding, and the last state of each direction [B, C] */
    private List<Value> layer(GraphBuilder g, int layer, Value x, Value lengths) {
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
        return List.of(
                g.node("Reshape", List.of(rowsFirst, g.longs(0, 0, config.contextSize()))),
                g.node("Reshape", List.of(lastFirst, g.longs(0, config.contextSize()))));
    }

    /** The operators leave zeros at padding, so the sum needs no mask. */
    private static Value mean(GraphBuilder g, Value states, Value lengths) {
        var sum = g.node("ReduceSum", List.of(states, g.longs(1)), Attributes.of("keepdims", 0)); // [B, C]
        var count = g.node("Unsqueeze", List.of(WeightNodes.cast(g, lengths, Type.FLOAT), g.longs(1)));
        return g.node("Div", List.of(sum, count));
    }

    private static Value mask(GraphBuilder g, Value ids, Value lengths) {
        var width = g.node("Gather", List.of(g.node("Shape", List.of(ids)), g.scalar(1)));
        var positions = g.node("Range", List.of(g.scalar(0), width, g.scalar(1))); // [S]
        var ends = g.node("Unsqueeze", List.of(WeightNodes.cast(g, lengths, Type.INT64), g.longs(1))); // [B, 1]
        var present = g.node("Less", List.of(positions, ends)); // [B, S]
        var mask = g.node("Where", List.of(present, g.scalar(0f), g.scalar(MASKED)));
        return g.node("Unsqueeze", List.of(mask, g.longs(1)));
    }
}
