package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Value;
import java.util.Arrays;
import java.util.List;

/**
 * Columns of the output projection that every batch scores: a matrix of their own, which ONNX Runtime lays out once, when the
 * graph is loaded.
 *
 * @param products in 8-bit integers
 * @param tokens [F], what the columns stand for
 */
record FixedColumns(ProductNodes products, int[] tokens) {

    private static final String NAME = "output.frequent";

    /** Readouts [N, R] to scores [N, F]. */
    Value scores(GraphBuilder g, Activation readout) {
        var weights = products.weights();
        var matrix = weights.quantized(g, NAME, () -> rows(weights.outputMatrix()), tokens.length);
        var bias = weights.vector(g, NAME + "_bias", () -> selected(weights.outputBiases()), tokens.length);
        return products.integers(g, readout, matrix.values(), matrix.scales(), List.of(bias));
    }

    private float[] rows(float[] matrix) {
        int columns = matrix.length / products.weights().trained().config().targetVocabulary();
        var rows = new float[tokens.length * columns];
        for (int i = 0; i < tokens.length; i++) {
            System.arraycopy(matrix, tokens[i] * columns, rows, i * columns, columns);
        }
        return rows;
    }

    private float[] selected(float[] biases) {
        var selected = new float[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            selected[i] = biases[tokens[i]];
        }
        return selected;
    }

    /** [F] int64. */
    Value ids(GraphBuilder g) {
        return g.longs(Arrays.stream(tokens).asLongStream().toArray());
    }

    /** For each of [L] token ids, bool, whether none of the columns stands for it. */
    Value lacks(GraphBuilder g, Value ids) {
        var others = new byte[products.weights().trained().config().targetVocabulary()];
        Arrays.fill(others, (byte) 1);
        for (int token : tokens) {
            others[token] = 0;
        }
        var flags = g.weight(NAME + ".others", others, others.length);
        return WeightNodes.cast(g, g.node("Gather", List.of(flags, ids)), GraphBuilder.Type.BOOL);
    }
}
