package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.network.Attention;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.NetworkConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * The decoder's part of the graph: its first state, and one step for any number of rows. B sources, K hypotheses each,
 * N = B·K rows; G gates of the cell.
 */
final class DecoderNodes {

    private final WeightNodes weights;
    private final NetworkConfig config;
    private final AttentionNodes attention;

    /**
     * What a step reads of the sources.
     *
     * @param states [B, S, C]
     * @param keys see {@link AttentionNodes#keys}
     * @param mask [B, 1, S]
     * @param start the first state: of each layer hidden and, where the cell has one, cell state [B, D]; then, with input
     *     feeding, the last readout [B, R]
     */
    record Source(Value states, Value keys, Value mask, List<Value> start) {}

    /**
     * @param logits [N, V]
     * @param state as it was given, one step on
     */
    record Step(Value logits, List<Value> state) {}

    DecoderNodes(WeightNodes weights) {
        this.weights = weights;
        this.config = weights.trained().config();
        this.attention = new AttentionNodes(weights);
    }

    private int statesPerLayer() {
        return config.cell().hasCellState() ? 2 : 1;
    }

    /** Number of tensors in a decoder state. */
    int stateSize() {
        return config.decoderLayers() * statesPerLayer() + (config.inputFeeding() ? 1 : 0);
    }

    Source source(GraphBuilder g, EncoderNodes.Encoded encoded) {
        var state = new ArrayList<Value>();
        for (int layer = 0; layer < config.decoderLayers(); layer++) {
            var sums = weights.linear(g, encoded.summary(), "decoder.start_" + layer, config.decoderHidden());
            var hidden = g.node("Tanh", List.of(sums));
            state.add(hidden);
            if (config.cell().hasCellState()) {
                state.add(g.node("Sub", List.of(hidden, hidden)));
            }
        }
        if (config.inputFeeding()) {
            var rows = g.node("Shape", List.of(encoded.summary()), Attributes.of("end", 1));
            var shape = g.node("Concat", List.of(rows, g.longs(config.readout())), Attributes.of("axis", 0));
            state.add(g.node("Expand", List.of(g.scalar(0f), shape)));
        }
        return new Source(encoded.states(), attention.keys(g, encoded.states()), encoded.mask(), state);
    }

    /**
     * @param ids [N] int64, the tokens said last
     * @param queryShape shape [B, K, D] as a tensor; one of the three may be -1
     */
    Step step(GraphBuilder g, Value ids, List<Value> state, Source source, Value queryShape) {
        var x = weights.embedded(g, "target_embedding.weight", config.targetVocabulary(), ids); // [N, E]
        var next = new ArrayList<Value>();
        for (int layer = 0; layer < config.decoderLayers(); layer++) {
            var given = layer == 0 && config.inputFeeding()
                    ? g.node("Concat", List.of(x, state.get(stateSize() - 1)), Attributes.of("axis", 1))
                    : x;
            var at = layer * statesPerLayer();
            var after = layer(g, layer, given, state.subList(at, at + statesPerLayer()));
            next.addAll(after);
            x = layer > 0 && config.residual() ? g.node("Add", List.of(after.get(0), x)) : after.get(0);
        }
        var readout = g.node("Tanh", List.of(attend(g, x, source, queryShape)));
        if (config.inputFeeding()) {
            next.add(readout);
        }
        var projection = weights.vocabularyMatrix(g, "output_weight", config.targetVocabulary());
        var logits = g.node("Gemm", List.of(readout, projection, weights.outputBias(g)), Attributes.of("transB", 1));
        return new Step(logits, next);
    }

    private List<Value> layer(GraphBuilder g, int layer, Value x, List<Value> state) {
        return switch (config.cell()) {
            case RNN -> List.of(g.node("Tanh", List.of(sums(g, layer, x, state.get(0)))));
            case GRU -> List.of(gru(g, layer, x, state.get(0)));
            case LSTM -> lstm(g, sums(g, layer, x, state.get(0)), state.get(1));
        };
    }

    /** [N, G·D]: what input and state add to the gates, in one product. */
    private Value sums(GraphBuilder g, int layer, Value x, Value hidden) {
        var trained = weights.trained();
        var name = "decoder." + layer;
        long rows = (long) config.cell().gates() * config.decoderHidden();
        var columns = trained.decoderInputAndState(layer).length / rows;
        var weight = weights.matrix(g, name, () -> trained.decoderInputAndState(layer), rows, columns);
        var bias = weights.vector(g, name + ".bias", () -> trained.decoderBias(layer), rows);
        var both = g.node("Concat", List.of(x, hidden), Attributes.of("axis", 1));
        return g.node("Gemm", List.of(both, weight, bias), Attributes.of("transB", 1));
    }

    private static List<Value> lstm(GraphBuilder g, Value sums, Value cell) {
        var gates = g.nodes("Split", Cell.LSTM.gates(), List.of(sums), Attributes.of("axis", 1));
        var in = g.node("Sigmoid", List.of(gates.get(0)));
        var forget = g.node("Sigmoid", List.of(gates.get(1)));
        var candidate = g.node("Tanh", List.of(gates.get(2)));
        var out = g.node("Sigmoid", List.of(gates.get(3)));
        var kept = g.node("Mul", List.of(forget, cell));
        var added = g.node("Mul", List.of(in, candidate));
        var nextCell = g.node("Add", List.of(kept, added));
        var nextHidden = g.node("Mul", List.of(out, g.node("Tanh", List.of(nextCell))));
        return List.of(nextHidden, nextCell);
    }

    private Value gru(GraphBuilder g, int layer, Value x, Value hidden) {
        var trained = weights.trained();
        var name = "decoder." + layer;
        int rows = config.cell().gates() * config.decoderHidden();
        var input = product(g, x, name + ".input", trained.decoderInput(layer), trained.get(name + ".bias_ih"), rows);
        var recurrent = product(
                g, hidden, name + ".recurrent", trained.get(name + ".weight_hh"), trained.get(name + ".bias_hh"), rows);
        var i = g.nodes("Split", Cell.GRU.gates(), List.of(input), Attributes.of("axis", 1));
        var r = g.nodes("Split", Cell.GRU.gates(), List.of(recurrent), Attributes.of("axis", 1));
        var reset = g.node("Sigmoid", List.of(g.node("Add", List.of(i.get(0), r.get(0)))));
        var update = g.node("Sigmoid", List.of(g.node("Add", List.of(i.get(1), r.get(1)))));
        var remembered = g.node("Mul", List.of(reset, r.get(2)));
        var candidate = g.node("Tanh", List.of(g.node("Add", List.of(i.get(2), remembered))));
        var difference = g.node("Sub", List.of(hidden, candidate));
        return g.node("Add", List.of(candidate, g.node("Mul", List.of(update, difference))));
    }

    private Value product(GraphBuilder g, Value x, String name, float[] matrix, float[] bias, int rows) {
        var weight = weights.matrix(g, name, () -> matrix, rows, matrix.length / rows);
        var added = weights.vector(g, name + "_bias", () -> bias, rows);
        return g.node("Gemm", List.of(x, weight, added), Attributes.of("transB", 1));
    }

    private Value attend(GraphBuilder g, Value hidden, Source source, Value queryShape) {
        if (config.attention() == Attention.NONE) {
            return weights.linear(g, hidden, "decoder.readout", config.readout());
        }
        var query = g.node("Reshape", List.of(hidden, queryShape)); // [B, K, D]
        var looks = attention.weights(g, query, source.keys(), source.mask()); // [B, K, S]
        var context = g.node("MatMul", List.of(looks, source.states())); // [B, K, C]
        var both = g.node("Concat", List.of(context, query), Attributes.of("axis", 2));
        var rows = g.node("Reshape", List.of(both, g.longs(-1, config.contextSize() + config.decoderHidden())));
        return weights.linear(g, rows, "decoder.readout", config.readout());
    }
}
