package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * What all searches start from, and the small steps they share.
 *
 * @param source the encoded sources
 * @param rows B, as a vector of one
 * @param rowLimits [B] int64, the most target tokens a row may have
 * @param maxLength scalar, the most steps of the loop
 * @param beamSize scalar, K
 * @param lengthPenalty scalar
 * @param coveragePenalty scalar
 * @param noRepeatNgram scalar
 * @param scoresWanted scalar bool
 */
record SearchInputs(
        DecoderNodes.Source source,
        Value rows,
        Value rowLimits,
        Value maxLength,
        Value beamSize,
        Value lengthPenalty,
        Value coveragePenalty,
        Value noRepeatNgram,
        Value scoresWanted) {

    /** What of it belongs to one source each. */
    List<Carried> perSource() {
        var values = new ArrayList<>(List.of(Carried.step("row_limits", Type.INT64, rowLimits, "B")));
        values.addAll(source.perSource());
        return List.copyOf(values);
    }

    /** The same for other sources, of which {@link #perSource} is given. */
    SearchInputs with(GraphBuilder g, List<Value> perSource) {
        return new SearchInputs(
                source.with(perSource.subList(1, perSource.size())),
                g.node("Shape", List.of(perSource.get(0))),
                perSource.get(0),
                maxLength,
                beamSize,
                lengthPenalty,
                coveragePenalty,
                noRepeatNgram,
                scoresWanted);
    }

    SearchInputs withRowLimits(Value limits) {
        return new SearchInputs(
                source, rows, limits, maxLength, beamSize, lengthPenalty, coveragePenalty, noRepeatNgram, scoresWanted);
    }

    /** Fills a vector of the given size (itself a vector of one). */
    static Value fill(GraphBuilder g, Value scalar, Value size) {
        return g.node("Expand", List.of(scalar, size));
    }

    /** No columns yet: [N, 0] int64. */
    static Value nothingSaid(GraphBuilder g, Value rows) {
        var shape = g.node("Concat", List.of(rows, g.longs(0)), Attributes.of("axis", 0));
        return g.node("Expand", List.of(g.scalar(0), shape));
    }

    /** 0, 1, …, size - 1; the size is a vector of one. */
    static Value positions(GraphBuilder g, Value size) {
        return g.node("Range", List.of(g.scalar(0), g.node("Squeeze", List.of(size, g.longs(0))), g.scalar(1)));
    }

    /** [N, 1] to [N]. */
    static Value flat(GraphBuilder g, Value column) {
        return g.node("Squeeze", List.of(column, g.longs(1)));
    }

    /** [N] to [N, 1]. */
    static Value column(GraphBuilder g, Value vector) {
        return g.node("Unsqueeze", List.of(vector, g.longs(1)));
    }

    /** Whether a row ends with this step: it was done, says end-of-sentence, or may take no other. All [N]. */
    static Value ends(GraphBuilder g, Value done, Value tokens, Value step, Value lastSteps) {
        var ended = g.node("Equal", List.of(tokens, g.scalar(VocabularyBuilder.EOS)));
        var limited = g.node("GreaterOrEqual", List.of(step, lastSteps));
        return g.node("Or", List.of(done, g.node("Or", List.of(ended, limited))));
    }

    /**
     * The tokens behind what was said, padding after each row's end.
     *
     * @param said [N, T], columns of the output
     * @param lengths [N]
     */
    static Value tokens(GraphBuilder g, OutputNodes output, Value said, Value lengths) {
        return padded(g, output.tokens(g, said), lengths);
    }

    /** Tokens [N, T] with padding after each row's end. */
    static Value padded(GraphBuilder g, Value tokens, Value lengths) {
        var width = g.node("Shape", List.of(tokens), Attributes.of("start", 1));
        var within = g.node("Less", List.of(positions(g, width), column(g, lengths))); // [N, T]
        return g.node("Where", List.of(within, tokens, g.scalar(VocabularyBuilder.PAD)));
    }

    /** Log-probability over length to the power of the penalty; a length of 0 counts as 1. */
    Value normalized(GraphBuilder g, Value logProbability, Value length) {
        var atLeastOne = g.node("Max", List.of(length, g.scalar(1)));
        var real = g.node("Cast", List.of(atLeastOne), Attributes.of("to", Type.FLOAT.code()));
        return g.node("Div", List.of(logProbability, g.node("Pow", List.of(real, lengthPenalty))));
    }

    /** Where nobody asked for the attention: [B, 0, S]. */
    Value noAttention(GraphBuilder g) {
        var width = g.node("Shape", List.of(source.mask()), Attributes.of("start", 2));
        var shape = g.node("Concat", List.of(rows, g.longs(0), width), Attributes.of("axis", 0));
        return g.node("Expand", List.of(g.scalar(0f), shape));
    }
}
