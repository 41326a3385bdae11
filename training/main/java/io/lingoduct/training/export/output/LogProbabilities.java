package io.lingoduct.training.export.output;

import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import java.util.List;

/**
 * The distribution behind scores [N, L], for the few columns that a search asks about.
 *
 * <p>Tokens that must not be said stand next to minus infinity. The exponential of that is a subnormal number, with which
 * processors compute ten times slower, so scores far below a row's best are lifted to where they still add nothing to the sum.
 *
 * @param highest [N, 1], each row's best score
 * @param ofHighest [N, 1], its log-probability
 */
public record LogProbabilities(Value highest, Value ofHighest) {

    /** The exponential of it is a normal float, and 10⁷ of them vanish beside one. */
    private static final float NEGLIGIBLE = -80;

    /**
     * @param highest [N, 1], see {@link #highest}
     * @param column [N, 1], where it stands
     */
    public static LogProbabilities of(GraphBuilder g, Value scores, Value highest, Value column) {
        var floor = g.node("Add", List.of(highest, g.scalar(NEGLIGIBLE)));
        var lifted = g.node("Max", List.of(scores, floor));
        var all = g.node("LogSoftmax", List.of(lifted), Attributes.of("axis", 1));
        var ofHighest = g.node("GatherElements", List.of(all, column), Attributes.of("axis", 1));
        return new LogProbabilities(highest, ofHighest);
    }

    /** Log-probabilities of some columns' scores [N, X]. */
    public Value of(GraphBuilder g, Value scores) {
        return g.node("Add", List.of(g.node("Sub", List.of(scores, highest)), ofHighest));
    }
}
