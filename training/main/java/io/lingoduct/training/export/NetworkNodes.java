package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.SearchLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The network's own part of the graph: the encoder, and one step of the decoder for any number of rows. B sources, K
 * hypotheses each, N = B·K rows.
 */
final class NetworkNodes {

    private static final float MASKED = -1e9f;

    private final TrainedWeights weights;
    private final NetworkConfig config;
    private final Map<String, Value> loaded = new HashMap<>();

    /**
     * @param states [B, S, 2H]
     * @param keys [B, D, S]
     * @param mask [B, 1, S]
     * @param start hidden and cell state of each decoder layer, [B, D] each: h0, c0, h1, c1, …
     */
    record Encoded(Value states, Value keys, Value mask, List<Value> start) {}

    /**
     * @param logits [N, V]
     * @param state as it was given, one step on
     */
    record Step(Value logits, List<Value> state) {}

    NetworkNodes(TrainedWeights weights) {
        this.weights = weights;
        this.config = weights.config();
    }

    /** Number of tensors in a decoder state. */
    int stateSize() {
        return 2 * config.decoderLayers();
    }

    /** @param lengths [B] int32 */
    Encoded encode(GraphBuilder g, Value ids, Value lengths) {
        int contextSize = 2 * config.encoderHidden();
        var timeFirst = g.node("Transpose", List.of(ids), Attributes.of("perm", new long[] {1, 0}));
        var x = g.node("Gather", List.of(vocabularyMatrix(g, "source_embedding.weight"), timeFirst)); // [S, B, E]
        for (int layer = 0; layer < config.encoderLayers(); layer++) {
            x = encoderLayer(g, layer, x, lengths); // [S, B, 2H]
        }
        var states = g.node("Transpose", List.of(x), Attributes.of("perm", new long[] {1, 0, 2})); // [B, S, 2H]
        var keyWeight = TrainedWeights.transpose(weights.get("attention_key.weight"), config.decoderHidden());
        var keys = g.node(
                "MatMul",
                List.of(states, g.halfWeight("attention_key", keyWeight, contextSize, config.decoderHidden())));
        var keysTransposed = g.node("Transpose", List.of(keys), Attributes.of("perm", new long[] {0, 2, 1}));
        return new Encoded(states, keysTransposed, mask(g, ids, lengths), start(g, states, lengths));
    }

    private Value encoderLayer(GraphBuilder g, int layer, Value x, Value lengths) {
        int hidden = config.encoderHidden();
        int input = layer == 0 ? config.embedding() : 2 * hidden;
        var name = "encoder_" + layer;
        var inputs = List.of(
                x,
                g.halfWeight(name + "_input", weights.encoder(layer, "ih"), 2, 4L * hidden, input),
                g.halfWeight(name + "_recurrent", weights.encoder(layer, "hh"), 2, 4L * hidden, hidden),
                g.weight(name + "_bias", weights.encoderBias(layer), 2, 8L * hidden),
                lengths);
        var output = g.node(
                "LSTM", inputs, Attributes.of("hidden_size", hidden), Attributes.of("direction", "bidirectional"));
        // [S, 2, B, H] → [S, B, 2H]
        var rowsFirst = g.node("Transpose", List.of(output), Attributes.of("perm", new long[] {0, 2, 1, 3}));
        return g.node("Reshape", List.of(rowsFirst, g.longs(0, 0, 2L * hidden)));
    }

    private Value mask(GraphBuilder g, Value ids, Value lengths) {
        var width = g.node("Gather", List.of(g.node("Shape", List.of(ids)), g.scalar(1)));
        var positions = g.node("Range", List.of(g.scalar(0), width, g.scalar(1))); // [S]
        var ends = g.node("Unsqueeze", List.of(cast(g, lengths, Type.INT64), g.longs(1))); // [B, 1]
        var present = g.node("Less", List.of(positions, ends)); // [B, S]
        var mask = g.node("Where", List.of(present, g.scalar(0f), g.scalar(MASKED)));
        return g.node("Unsqueeze", List.of(mask, g.longs(1)));
    }

    /** Tanh of a linear map of the mean state; the operator leaves zeros at padding, so the sum needs no mask. */
    private List<Value> start(GraphBuilder g, Value states, Value lengths) {
        int units = config.decoderHidden();
        var sum = g.node("ReduceSum", List.of(states, g.longs(1)), Attributes.of("keepdims", 0)); // [B, 2H]
        var count = g.node("Unsqueeze", List.of(cast(g, lengths, Type.FLOAT), g.longs(1)));
        var mean = g.node("Div", List.of(sum, count));
        var state = new ArrayList<Value>();
        for (int layer = 0; layer < config.decoderLayers(); layer++) {
            var hidden = g.node("Tanh", List.of(linear(g, mean, "start_" + layer, units)));
            state.add(hidden);
            state.add(g.node("Sub", List.of(hidden, hidden)));
        }
        return state;
    }

    /**
     * @param ids [N] int64, the tokens said last
     * @param queryShape shape [B, K, D] as a tensor; one of the three may be -1
     */
    Step step(GraphBuilder g, Value ids, List<Value> state, Encoded source, Value queryShape) {
        var x = g.node("Gather", List.of(vocabularyMatrix(g, "target_embedding.weight"), ids)); // [N, E]
        var next = new ArrayList<Value>();
        for (int layer = 0; layer < config.decoderLayers(); layer++) {
            var cell = decoderLayer(g, layer, x, state.get(2 * layer), state.get(2 * layer + 1));
            next.addAll(cell);
            x = cell.get(0);
        }
        var readout = g.node("Tanh", List.of(attend(g, x, source, queryShape)));
        var logits = g.node(
                "Gemm",
                List.of(readout, vocabularyMatrix(g, "output_weight"), outputBias(g)),
                Attributes.of("transB", 1));
        return new Step(logits, next);
    }

    private List<Value> decoderLayer(GraphBuilder g, int layer, Value x, Value hidden, Value cell) {
        int units = config.decoderHidden();
        int input = layer == 0 ? config.embedding() : units;
        var name = "decoder_" + layer;
        var weight = loaded.computeIfAbsent(
                name, n -> g.halfWeight(n, weights.decoder(layer), 4L * units, (long) input + units));
        var bias = loaded.computeIfAbsent(name + "_bias", n -> g.weight(n, weights.decoderBias(layer), 4L * units));
        var both = g.node("Concat", List.of(x, hidden), Attributes.of("axis", 1));
        var sums = g.node("Gemm", List.of(both, weight, bias), Attributes.of("transB", 1)); // [N, 4D]
        var gates = g.nodes("Split", 4, List.of(sums), Attributes.of("axis", 1));
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

    private Value attend(GraphBuilder g, Value hidden, Encoded source, Value queryShape) {
        var query = g.node("Reshape", List.of(hidden, queryShape)); // [B, K, D]
        var scores = g.node("Add", List.of(g.node("MatMul", List.of(query, source.keys())), source.mask()));
        var attention = g.node("Softmax", List.of(scores), Attributes.of("axis", -1)); // [B, K, S]
        var context = g.node("MatMul", List.of(attention, source.states())); // [B, K, 2H]
        var both = g.node("Concat", List.of(context, query), Attributes.of("axis", 2));
        int size = 2 * config.encoderHidden() + config.decoderHidden();
        var rows = g.node("Reshape", List.of(both, g.longs(-1, size))); // [N, 2H + D]
        return linear(g, rows, "readout", config.readout());
    }

    /** A layer as libtorch keeps it: weight [units, inputs], bias [units]. */
    private Value linear(GraphBuilder g, Value x, String name, int units) {
        var matrix = weights.get(name + ".weight");
        var weight = loaded.computeIfAbsent(name, n -> g.halfWeight(n, matrix, units, matrix.length / units));
        var bias = loaded.computeIfAbsent(name + "_bias", n -> g.weight(n, weights.get(name + ".bias"), units));
        return g.node("Gemm", List.of(x, weight, bias), Attributes.of("transB", 1));
    }

    private Value vocabularyMatrix(GraphBuilder g, String name) {
        var matrix = weights.matrixBehind(name);
        int columns = weights.get(matrix).length / config.targetVocabulary();
        return loaded.computeIfAbsent(matrix, m -> g.halfWeight(m, weights.get(m), config.targetVocabulary(), columns));
    }

    private Value outputBias(GraphBuilder g) {
        return loaded.computeIfAbsent("output_bias", name -> {
            var bias = weights.get(name).clone();
            SearchLimits.FORBIDDEN.forEach(id -> bias[id.intValue()] += MASKED);
            return g.weight(name, bias, bias.length);
        });
    }

    private static Value cast(GraphBuilder g, Value value, Type type) {
        return g.node("Cast", List.of(value), Attributes.of("to", type.code()));
    }
}
