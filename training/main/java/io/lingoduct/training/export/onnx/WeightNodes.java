package io.lingoduct.training.export.onnx;

import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Weights within the graph, each stored once however many searches use it. */
public final class WeightNodes {

    private final Map<String, Value> loaded = new HashMap<>();
    private final Map<String, WeightPlaces> places = new LinkedHashMap<>();

    /** A matrix [inputs, units] int8 and its scales [units]. */
    public record Quantized(Value values, Value scales) {}

    /** Places of weights in the float tensors of the graph, by the names of these. */
    public Map<String, WeightPlaces> places() {
        return Collections.unmodifiableMap(places);
    }

    /** A matrix in half precision, see {@link GraphBuilder#halfWeight}. */
    public Value matrix(GraphBuilder g, String name, Supplier<ArrangedWeights> weights, long... shape) {
        return loaded.computeIfAbsent(name, n -> {
            var matrix = weights.get();
            places.put(n, matrix.places(shape));
            return g.halfWeight(n, matrix.values(), shape);
        });
    }

    /** A vector, or biases of several directions, in float32. */
    public Value vector(GraphBuilder g, String name, Supplier<ArrangedWeights> weights, long... shape) {
        return loaded.computeIfAbsent(name, n -> {
            var vector = weights.get();
            places.put(n, vector.places(shape));
            return g.weight(n, vector.values(), shape);
        });
    }

    /** A matrix [units, inputs] in 8-bit integers, see {@link QuantizedMatrix}. */
    public Quantized quantized(GraphBuilder g, String name, Supplier<ArrangedWeights> weights, int units) {
        var integers = name + ".int8";
        var scales = name + ".scales";
        if (!loaded.containsKey(integers)) {
            var matrix = weights.get().values();
            var quantized = QuantizedMatrix.of(matrix, units);
            loaded.put(integers, g.weight(integers, quantized.values(), matrix.length / units, units));
            loaded.put(scales, g.weight(scales, quantized.scales(), units));
        }
        return new Quantized(loaded.get(integers), loaded.get(scales));
    }

    /**
     * Outputs of a linear layer for each row of a matrix [X, inputs]: [X, units]. Worked out once, when the graph is loaded, so
     * that nothing is multiplied for a row; the file holds only the two factors.
     *
     * @param matrix [units, inputs]
     * @param bias [units]
     */
    public RowTable table(
            GraphBuilder g,
            Supplier<Value> rows,
            String name,
            Supplier<ArrangedWeights> matrix,
            Supplier<ArrangedWeights> bias,
            int units) {
        var table = name + ".table";
        if (!loaded.containsKey(table)) {
            var factor = rows.get();
            var columns = matrix(g, name + ".input", matrix, units, matrix.get().length() / units);
            var added = vector(g, name + ".bias", bias, units);
            var outermost = g.outermost();
            var said = outermost.node("Gemm", List.of(factor, columns, added), Attributes.of("transB", 1));
            loaded.put(table, outermost.cast(said, Type.FLOAT16));
        }
        return new RowTable(loaded.get(table), true);
    }
}
