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

    /** [V]; ids that are never said have no chance. */
    Value outputBias(GraphBuilder g) {
        return vector(
                g,
                "output_bias",
                () -> {
                    var bias = weights.get("output_bias").clone();
                    SearchLimits.FORBIDDEN.forEach(id -> bias[id.intValue()] += FORBIDDEN);
                    return bias;
                },
                weights.config().targetVocabulary());
    }

    /** Tokens of a vocabulary as the recurrent layers read them: ids of any shape to [.., E]. */
    Value embedded(GraphBuilder g, String name, int vocabulary, Value ids) {
        var rows = g.node("Gather", List.of(vocabularyMatrix(g, name, vocabulary), ids));
        return g.node("Mul", List.of(rows, g.scalar((float) weights.config().embeddingScale())));
    }

    static Value cast(GraphBuilder g, Value value, Type type) {
        return g.node("Cast", List.of(value), Attributes.of("to", type.code()));
    }
}
