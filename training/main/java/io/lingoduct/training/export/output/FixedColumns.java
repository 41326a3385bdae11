package io.lingoduct.training.export.output;

import io.lingoduct.training.export.network.LayerNodes;
import io.lingoduct.training.export.onnx.Activation;
import io.lingoduct.training.export.onnx.ArrangedWeights;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import java.util.Arrays;
import java.util.List;

/**
 * Columns of the output projection that every batch scores: a matrix of their own, which ONNX Runtime lays out once, when the
 * graph is loaded.
 *
 * @param layers with products in 8-bit integers
 * @param tokens [F], the tokens that the columns stand for
 */
public record FixedColumns(LayerNodes layers, int[] tokens) {

    private static final String NAME = "output.frequent";

    /** Readouts [N, R] to scores [N, F]. */
    Value scores(GraphBuilder g, Activation readout) {
        var weights = layers.products().weights();
        var matrix = weights.quantized(g, NAME, () -> chosen(layers.outputMatrix()), tokens.length);
        var bias = weights.vector(g, NAME + "_bias", () -> chosen(layers.outputBiases()), tokens.length);
        return layers.products().integers(g, readout, matrix, List.of(bias));
    }

    private ArrangedWeights chosen(ArrangedWeights ofVocabulary) {
        return ofVocabulary.rows(vocabulary(), tokens);
    }

    /** [F] int64. */
    Value ids(GraphBuilder g) {
        return g.longs(Arrays.stream(tokens).asLongStream().toArray());
    }

    /** For each of [L] token ids, bool, whether none of the columns stands for it. */
    Value lacks(GraphBuilder g, Value ids) {
        var others = new byte[vocabulary()];
        Arrays.fill(others, (byte) 1);
        for (int token : tokens) {
            others[token] = 0;
        }
        var flags = g.weight(NAME + ".others", others, others.length);
        return g.cast(g.node("Gather", List.of(flags, ids)), GraphBuilder.Type.BOOL);
    }

    private int vocabulary() {
        return layers.config().targetVocabulary();
    }
}
