package io.lingoduct.training.export.search;

import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.Vectors;
import io.lingoduct.training.export.output.LogProbabilities;
import io.lingoduct.training.export.output.RepetitionNodes;
import java.util.List;

/** The token that a row of greedy search says next. */
public interface GreedyChoice {

    /** Scores [B, L] with those taken out that must not be said. */
    default Value allowed(GraphBuilder g, Value scores, Value said, Value step) {
        return scores;
    }

    /**
     * The column [B, 1] that each row takes.
     *
     * @param best [B, 1], the column of the highest score
     */
    default Value column(GraphBuilder g, Value best, Value step) {
        return best;
    }

    /**
     * The log-probability [B, 1] of the column that each row takes.
     *
     * @param scores [B, L], of the columns that may be taken
     * @param column [B, 1], the one taken
     */
    default Value gain(GraphBuilder g, LogProbabilities logProbabilities, Value scores, Value column) {
        return logProbabilities.ofHighest();
    }

    /** [B]: the most tokens that each row may have. */
    default Value limits(GraphBuilder g, Value ofSources) {
        return ofSources;
    }

    /** Whether the caller wants the log-probability of its tokens. Without, nobody needs to know how the other tokens score. */
    default boolean isScored() {
        return true;
    }

    /** Whether the caller sees where the decoder looked at each step. */
    default boolean showsAttention() {
        return false;
    }

    /** The best token. */
    record Best(boolean isScored) implements GreedyChoice {}

    /**
     * The best token that repeats nothing.
     *
     * @param noRepeatNgram scalar, see {@link RepetitionNodes}
     */
    record WithoutRepetition(Value noRepeatNgram) implements GreedyChoice {

        @Override
        public Value allowed(GraphBuilder g, Value scores, Value said, Value step) {
            return RepetitionNodes.without(g, scores, said, step, noRepeatNgram);
        }
    }

    /** The token that the caller forces, if there is one: the score becomes that of a given target. Columns must be tokens. */
    record Forced(ForcedTarget target) implements GreedyChoice {

        @Override
        public Value column(GraphBuilder g, Value best, Value step) {
            var forced = Vectors.column(g, target.at(g, step));
            return g.node("Where", List.of(target.isDue(g, forced), forced, best));
        }

        @Override
        public Value gain(GraphBuilder g, LogProbabilities logProbabilities, Value scores, Value column) {
            var score = g.node("GatherElements", List.of(scores, column), Attributes.of("axis", 1));
            return logProbabilities.of(g, score);
        }

        /** A row's limit does not cut off what it is forced to say. */
        @Override
        public Value limits(GraphBuilder g, Value ofSources) {
            return g.node("Max", List.of(ofSources, target.lengths(g)));
        }

        @Override
        public boolean showsAttention() {
            return true;
        }
    }
}
