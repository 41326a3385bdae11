package io.lingoduct.training.export.search;

import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.Vectors;
import java.util.List;

/**
 * Attention that each hypothesis has paid to the source positions until now, and the penalty for those it has neglected (Wu et al., 2016: "Google's
 * Neural Machine Translation System", section 7): over the source positions, the logarithm of the attention that a position
 * got in all, which counts as 1 where it is more.
 */
final class CoveragePenalty {

    // A position that was never looked at costs no more than this share, or one of them would decide alone.
    private static final float LEAST = 0.01f;

    private CoveragePenalty() {}

    /** Nothing looked at yet: [N, S]. */
    static Value start(GraphBuilder g, SearchedSources sources) {
        var mask = sources.sizes()
                .repeated(g, Vectors.flat(g, sources.inputs().source().mask()));
        return g.node("Sub", List.of(mask, mask));
    }

    /**
     * CoveragePenalty after a step, [N, S].
     *
     * @param attention [B, K, S]
     * @param done [N]; hypotheses that say no more look no more
     */
    static Value after(GraphBuilder g, Value coverage, Value attention, Value done) {
        var shape = g.node("Shape", List.of(coverage));
        var looked = g.node("Reshape", List.of(attention, shape));
        var counted = g.node("Where", List.of(Vectors.column(g, done), g.scalar(0f), looked));
        return g.node("Add", List.of(coverage, counted));
    }

    /** Penalties to add to the scores: [B, K]. */
    static Value of(GraphBuilder g, Value coverage, SearchInputs inputs, BeamSizes sizes) {
        var share = g.node("Clip", List.of(coverage, g.scalar(LEAST), g.scalar(1f)));
        var mask = sizes.repeated(g, Vectors.flat(g, inputs.source().mask()));
        var present = g.node("GreaterOrEqual", List.of(mask, g.scalar(0f)));
        var logarithms = g.node("Where", List.of(present, g.node("Log", List.of(share)), g.scalar(0f)));
        var sums = g.node("ReduceSum", List.of(logarithms, g.longs(1)), Attributes.of("keepdims", 0)); // [N]
        var perHypothesis = g.node("Reshape", List.of(sums, sizes.shape()));
        return g.node("Mul", List.of(perHypothesis, inputs.options().coveragePenalty()));
    }
}
