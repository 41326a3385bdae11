package io.lingoduct.training.export.search;

import io.lingoduct.model.graph.GraphPorts;
import io.lingoduct.training.export.network.DecoderNodes;
import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.LoopState;
import java.util.List;

/**
 * Encoded sources and the caller's wishes, from which all searches start. As the state of a loop they hold what belongs to one
 * source each.
 *
 * @param source the encoded sources
 * @param rows B, as a vector of one
 * @param rowLimits [B] int64, the most target tokens a row may have
 */
public record SearchInputs(DecoderNodes.Source source, Value rows, Value rowLimits, Options options)
        implements LoopState<SearchInputs> {

    /**
     * Wishes for a whole batch; all scalars.
     *
     * @param maxLength the most steps of the loop
     * @param beamSize K
     */
    public record Options(
            Value maxLength,
            Value beamSize,
            Value lengthPenalty,
            Value coveragePenalty,
            Value noRepeatNgram,
            Value scoresWanted) {

        /** Declares them as inputs of a graph. */
        public static Options inputs(GraphBuilder g) {
            return new Options(
                    g.input(GraphPorts.MAX_LENGTH, Type.INT64),
                    g.input(GraphPorts.BEAM_SIZE, Type.INT64),
                    g.input(GraphPorts.LENGTH_PENALTY, Type.FLOAT),
                    g.input(GraphPorts.COVERAGE_PENALTY, Type.FLOAT),
                    g.input(GraphPorts.NO_REPEAT_NGRAM, Type.INT64),
                    g.input(GraphPorts.SCORES_WANTED, Type.BOOL));
        }
    }

    /** Other sources; their number is to be {@link #counted}. */
    @Override
    public SearchInputs map(Visitor visitor) {
        var limits = visitor.step("row_limits", Type.INT64, rowLimits, "B");
        return new SearchInputs(source.map(visitor), rows, limits, options);
    }

    /** The same with the number of sources taken from them. */
    SearchInputs counted(GraphBuilder g) {
        return new SearchInputs(source, g.node("Shape", List.of(rowLimits)), rowLimits, options);
    }

    SearchInputs withRowLimits(Value limits) {
        return new SearchInputs(source, rows, limits, options);
    }

    /** Log-probability over length to the power of the penalty; a length of 0 counts as 1. */
    Value normalized(GraphBuilder g, Value logProbability, Value length) {
        var atLeastOne = g.node("Max", List.of(length, g.scalar(1)));
        var real = g.cast(atLeastOne, Type.FLOAT);
        return g.node("Div", List.of(logProbability, g.node("Pow", List.of(real, options.lengthPenalty()))));
    }

    /** An attention that nobody asked for: [B, 0, S]. */
    Value noAttention(GraphBuilder g) {
        var width = g.node("Shape", List.of(source.mask()), Attributes.of("start", 2));
        var shape = g.node("Concat", List.of(rows, g.longs(0), width), Attributes.of("axis", 0));
        return g.node("Expand", List.of(g.scalar(0f), shape));
    }
}
