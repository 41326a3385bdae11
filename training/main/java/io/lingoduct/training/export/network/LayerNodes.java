package io.lingoduct.training.export.network;

import io.lingoduct.training.export.onnx.Activation;
import io.lingoduct.training.export.onnx.ArrangedWeights;
import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.ProductNodes;
import io.lingoduct.training.export.onnx.RowTable;
import io.lingoduct.training.export.onnx.WeightNodes;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.network.Seq2Seq;
import java.util.List;
import java.util.function.Supplier;

/**
 * Layers of the network that know their weights by name: linear maps, embeddings, and the output projection [V, R].
 *
 * @param products in the arithmetic of the graph
 */
public record LayerNodes(TrainedWeights trained, ProductNodes products) {

    public NetworkConfig config() {
        return trained.config();
    }

    WeightNodes weights() {
        return products.weights();
    }

    /** A linear layer as libtorch keeps it, weight [units, inputs] and bias [units]: x [N, inputs] to [N, units]. */
    Value linear(GraphBuilder g, Activation x, String name, int units) {
        Supplier<ArrangedWeights> matrix = () -> trained.get(name + ".weight");
        Supplier<ArrangedWeights> biases = () -> trained.get(name + ".bias");
        if (products.inIntegers()) {
            return products.rows(g, x, name, matrix, biases, units);
        }
        var weight = weights().matrix(g, name, matrix, units, matrix.get().length() / units);
        var bias = weights().vector(g, name + "_bias", biases, units);
        return g.node("Gemm", List.of(x.value(), weight, bias), Attributes.of("transB", 1));
    }

    /** A linear layer without bias: positions x [B, S, inputs] to [B, S, units]. */
    Value mapped(GraphBuilder g, Activation x, String name, int units) {
        return products.positions(g, x, name, () -> trained.get(name + ".weight"), units);
    }

    /** Embeddings of tokens: ids of any shape to [.., E]. */
    Value embedded(GraphBuilder g, String name, int vocabulary, Value ids) {
        return g.node("Gather", List.of(vocabularyMatrix(g, name, vocabulary), ids));
    }

    /** Sums that a linear layer makes of each embedding, ready to be looked up: [vocabulary, units]. */
    RowTable table(
            GraphBuilder g,
            String embedding,
            int vocabulary,
            String name,
            Supplier<ArrangedWeights> matrix,
            Supplier<ArrangedWeights> bias,
            int units) {
        return weights().table(g, () -> vocabularyMatrix(g, embedding, vocabulary), name, matrix, bias, units);
    }

    /** {@code source_embedding.weight}, {@code target_embedding.weight} or {@code output_weight}: [vocabulary, size]. */
    private Value vocabularyMatrix(GraphBuilder g, String name, int vocabulary) {
        var behind = trained.matrixBehind(name);
        Supplier<ArrangedWeights> matrix = () -> trained.get(behind);
        return weights().matrix(g, behind, matrix, vocabulary, matrix.get().length() / vocabulary);
    }

    /** Readouts [N, R] to scores [N, V] of the whole vocabulary. */
    public Value output(GraphBuilder g, Activation readout) {
        if (products.inIntegers()) {
            return products.integers(g, readout, quantizedOutput(g), List.of(outputBias(g)));
        }
        var projection = vocabularyMatrix(g, "output_weight", config().targetVocabulary());
        return g.node("Gemm", List.of(readout.value(), projection, outputBias(g)), Attributes.of("transB", 1));
    }

    /** The output projection in 8-bit integers: [R, V] and [V]. */
    public WeightNodes.Quantized quantizedOutput(GraphBuilder g) {
        return weights().quantized(g, "output", this::outputMatrix, config().targetVocabulary());
    }

    /** The biases [V] of the output projection; ids that are never said have no chance. */
    public Value outputBias(GraphBuilder g) {
        return weights().vector(g, "output_bias", this::outputBiases, config().targetVocabulary());
    }

    /** [V, R]. */
    public ArrangedWeights outputMatrix() {
        return trained.get(trained.matrixBehind("output_weight"));
    }

    /** The weights of {@link #outputBias}. */
    public ArrangedWeights outputBiases() {
        return trained.get("output_bias").plus(Seq2Seq.IMPOSSIBLE, SearchLimits.FORBIDDEN);
    }
}
