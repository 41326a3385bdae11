package io.lingoduct.training.export.output;

import io.lingoduct.training.export.network.LayerNodes;
import io.lingoduct.training.export.onnx.Activation;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.WeightNodes;
import io.lingoduct.training.network.Seq2Seq;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Columns of a shortlist, gathered for each batch. The batch has L candidates in common, so that one small product serves all
 * rows; a token that another row brought in is masked for a row, so that rows do not depend on each other.
 *
 * @param ids [L] int64, the candidates' token ids
 * @param matrix [R, L] int8 and [L], their columns of the output projection
 * @param bias [B, L], or [N, L] when {@link #spread}: the candidates' biases, and next to minus infinity where a row may not say one
 */
public record GatheredColumns(LayerNodes layers, Value ids, WeightNodes.Quantized matrix, Value bias)
        implements OutputColumns {

    /**
     * Gathers what the candidates need, once for all steps.
     *
     * @param layers with products in 8-bit integers
     * @param ids [L] int64
     * @param mask [B, L] bool, the candidates that each row may say
     */
    public static GatheredColumns of(GraphBuilder g, LayerNodes layers, Value ids, Value mask) {
        var whole = layers.quantizedOutput(g);
        // Rows are gathered fast, columns are not.
        var byToken = g.outermost().node("Transpose", List.of(whole.values())); // [V, R]
        var matrix = g.node("Transpose", List.of(g.node("Gather", List.of(byToken, ids))));
        var scales = g.node("Gather", List.of(whole.scales(), ids));
        var biases = g.node("Gather", List.of(layers.outputBias(g), ids));
        var bias = g.node("Where", List.of(mask, biases, g.scalar(Seq2Seq.IMPOSSIBLE)));
        return new GatheredColumns(layers, ids, new WeightNodes.Quantized(matrix, scales), bias);
    }

    /** Whether there are candidates: without, the whole vocabulary serves. */
    public static Value present(GraphBuilder g, Value ids) {
        return g.cast(g.node("Size", List.of(ids)), Type.BOOL);
    }

    @Override
    public GatheredColumns map(Visitor visitor) {
        return withBias(visitor.step("candidate_bias", Type.FLOAT, bias, "B", "L"));
    }

    @Override
    public GatheredColumns spread(UnaryOperator<Value> repeated) {
        return withBias(repeated.apply(bias));
    }

    private GatheredColumns withBias(Value other) {
        return new GatheredColumns(layers, ids, matrix, other);
    }

    @Override
    public Value scores(GraphBuilder g, Activation readout) {
        return g.node("Add", List.of(layers.products().integers(g, readout, matrix, List.of()), bias));
    }

    @Override
    public Value tokens(GraphBuilder g, Value columns) {
        return g.node("Gather", List.of(ids, columns));
    }
}
