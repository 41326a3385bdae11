package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.List;

/**
 * What both searches start from, and the small steps they share.
 *
 * @param source the encoded sources
 * @param rows B, as a vector of one
 * @param rowLimits [B] int64, the most target tokens a row may have
 * @param maxLength scalar, the most steps of the loop
 * @param lengthPenalty scalar
 * @param forced what greedy search must say
 */
record SearchInputs(
        DecoderNodes.Source source,
        Value rows,
        Value rowLimits,
        Value maxLength,
        Value lengthPenalty,
        ForcedTarget forced) {

    /** Fills a vector of the given size (itself a vector of one). */
    static Value fill(GraphBuilder g, Value scalar, Value size) {
        return g.node("Expand", List.of(scalar, size));
    }

    /** Whether a row ends with this step: it was done, says end-of-sentence, or reaches its limit. All [N]. */
    static Value ends(GraphBuilder g, Value done, Value tokens, Value step, Value limits) {
        var ended = g.node("Equal", List.of(tokens, g.scalar(VocabularyBuilder.EOS)));
        var length = g.node("Add", List.of(step, g.scalar(1)));
        var limited = g.node("GreaterOrEqual", List.of(length, limits));
        return g.node("Or", List.of(done, g.node("Or", List.of(ended, limited))));
    }

    /** Whether any row is not done: the condition of the loop. */
    static Value anyLeft(GraphBuilder g, Value done) {
        var flags = g.node("Cast", List.of(done), Attributes.of("to", Type.INT32.code()));
        var all = g.node("ReduceMin", List.of(flags), Attributes.of("keepdims", 0));
        return g.node("Not", List.of(g.node("Cast", List.of(all), Attributes.of("to", Type.BOOL.code()))));
    }

    /** Log-probability over length to the power of the penalty; a length of 0 counts as 1. */
    Value normalized(GraphBuilder g, Value logProbability, Value length) {
        var atLeastOne = g.node("Max", List.of(length, g.scalar(1)));
        var real = g.node("Cast", List.of(atLeastOne), Attributes.of("to", Type.FLOAT.code()));
        return g.node("Div", List.of(logProbability, g.node("Pow", List.of(real, lengthPenalty))));
    }
}
