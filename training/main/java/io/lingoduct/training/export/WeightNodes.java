package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.network.SearchLimits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Weights within the graph, each stored once however many searches use it. */
final class WeightNodes {

    private static final float FORBIDDEN = -1e9f;

    private final TrainedWeights weights;
    private final Map<String, Value> loaded = new HashMap<>();

    /** A matrix [inputs, units] int8 and its scales [units]. */
    record Quantized(Value values, Value scales) {}

    WeightNodes(TrainedWeights weights) {
        this.weights = weights;
    }

    TrainedWeights trained() {
        return weights;
    }

    /** A matrix in half precision, see {@link GraphBuilder#halfWeight}. */
    Value matrix(GraphBuilder g, String name, Supplier<float[]> values, long... shape) {
        return loaded.computeIfAbsent(name, n -> g.halfWeight(n, values.get(), shape));
    }

    /** A matrix [units, inputs] in 8-bit integers, see {@link QuantizedMatrix}. */
    Quantized quantized(GraphBuilder g, String name, Supplier<float[]> values, int units) {
        var integers = name + ".int8";
        var scales = name + ".scales";
        if (!loaded.containsKey(integers)) {
            var matrix = values.get();
            var quantized = QuantizedMatrix.of(matrix, units);
            loaded.put(integers, g.weight(integers, quantized.values(), matrix.length / units, units));
            loaded.put(scales, g.weight(scales, quantized.scales(), units));
        }
        return new Quantized(loaded.get(integers), loaded.get(scales));
    }

    /**
     * What a linear layer says to each row of a vocabulary matrix: [vocabulary, units]. Worked out once, when the graph is
     * loaded, so that nothing is multiplied for a token; the file holds only the two factors.
     *
     * @param matrix [units, embedding]
     */
    RowTable table(
            GraphBuilder g,
            String embedding,
            int vocabulary,
            String name,
            Supplier<float[]> matrix,
            Supplier<float[]> bias,
            int units) {
        var table = name + ".table";
        if (!loaded.containsKey(table)) {
            var rows = vocabularyMatrix(g, embedding, vocabulary);
            var columns = matrix(g, name + ".input", matrix, units, matrix.get().length / units);
            var added = vector(g, name + ".bias", bias, units);
            var said = g.outermost().node("Gemm", List.of(rows, columns, added), Attributes.of("transB", 1));
            loaded.put(table, cast(g.outermost(), said, Type.FLOAT16));
        }
        return new RowTable(loaded.get(table), true);
    }

    /** A vector, or biases of several directions, in float32. */
    Value vector(GraphBuilder g, String name, Supplier<float[]> values, long... shape) {
        return loaded.computeIfAbsent(name, n -> g.weight(n, values.get(), shape));
    }

    /** A linear layer as libtorch keeps it, weight [units, inputs] and bias [units]: x [N, inputs] to [N, units]. */
    Value linear(GraphBuilder g, Value x, String name, int units) {
        var values = weights.get(name + ".weight");
        var weight = matrix(g, name, () -> values, units, values.length / units);
        var bias = vector(g, name + "_bias", () -> weights.get(name + ".bias"), units);
        return g.node("Gemm", List.of(x, weight, bias), Attributes.of("transB", 1));
    }

    /** A linear layer without bias: x [.., inputs] to [.., units]. */
    Value mapped(GraphBuilder g, Value x, String name, int units) {
        var values = weights.get(name + ".weight");
        var transposed = matrix(g, name, () -> TrainedWeights.transpose(values, units), values.length / units, units);
        return g.node("MatMul", List.of(x, transposed));
    }

    /** {@code source_embedding.weight}, {@code target_embedding.weight} or {@code output_weight}: [vocabulary, size]. */
    Value vocabularyMatrix(GraphBuilder g, String name, int vocabulary) {
        var values = weights.get(weights.matrixBehind(name));
        return matrix(g, weights.matrixBehind(name), () -> values, vocabulary, values.length / vocabulary);
    }

    /** The output projection in 8-bit integers: [R, V] and [V]. */
    Quantized quantizedOutput(GraphBuilder g, int vocabulary) {
        return quantized(g, "output", this::outputMatrix, vocabulary);
    }

    /** [V, R], row by row. */
    float[] outputMatrix() {
        return weights.get(weights.matrixBehind("output_weight"));
    }

    /** [V]; ids that are never said have no chance. */
    Value outputBias(GraphBuilder g) {
        return vector(g, "output_bias", this::outputBiases, weights.config().targetVocabulary());
    }

    /** The values of {@link #outputBias}. */
    float[] outputBiases() {
        var bias = weights.get("output_bias").clone();
        SearchLimits.FORBIDDEN.forEach(id -> bias[id.intValue()] += FORBIDDEN);
        return bias;
    }

    /** Tokens of a vocabulary as the recurrent layers read them: ids of any shape to [.., E]. */
    Value embedded(GraphBuilder g, String name, int vocabulary, Value ids) {
        return g.node("Gather", List.of(vocabularyMatrix(g, name, vocabulary), ids));
    }

    static Value cast(GraphBuilder g, Value value, Type type) {
        return g.node("Cast", List.of(value), Attributes.of("to", type.code()));
    }
}
