package io.lingoduct.engine;

import io.lingoduct.engine.TranslationEngine.TargetScore;
import io.lingoduct.model.Alignment;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.Translation;
import java.util.List;
import java.util.Optional;

/**
 * A question to the model about one segment. Questions of one kind share batches, for they are asked in one run.
 *
 * @param <A> the answer
 */
sealed interface Job<A> {

    /** The kinds of jobs, none of which shares a batch with another. */
    enum Kind {
        TRANSLATE,
        TRANSLATE_UNREPEATED,
        ALL_HYPOTHESES,
        SCORE,
        ALIGN
    }

    Kind kind();

    EncodedSegment segment();

    /** Tokens by which batches are measured, end-of-sentence included. */
    default int length() {
        return segment().length();
    }

    /** Asks for the best translation. */
    record Translate(EncodedSegment segment) implements Job<Translation> {

        @Override
        public Kind kind() {
            return Kind.TRANSLATE;
        }
    }

    /** Asks for the best translation that does not say the same thing twice. */
    record TranslateUnrepeated(EncodedSegment segment) implements Job<Translation> {

        @Override
        public Kind kind() {
            return Kind.TRANSLATE_UNREPEATED;
        }
    }

    /** Asks for all hypotheses of the beam, the best first. */
    record AllHypotheses(EncodedSegment segment) implements Job<List<Translation>> {

        @Override
        public Kind kind() {
            return Kind.ALL_HYPOTHESES;
        }
    }

    /**
     * Asks what the model thinks of a given target.
     *
     * @param targetTokens tokens of the target, end-of-sentence included
     */
    record Score(EncodedSegment segment, String target, int targetTokens) implements Job<TargetScore> {

        @Override
        public Kind kind() {
            return Kind.SCORE;
        }

        /** A run reads the target as well as the source. */
        @Override
        public int length() {
            return segment.length() + targetTokens;
        }
    }

    /**
     * Asks for the attention that the model pays to a source while it writes a given target.
     *
     * @param source as it was encoded
     * @param targetTokens tokens of the target, end-of-sentence included
     */
    record Align(EncodedSegment segment, String source, String target, int targetTokens)
            implements Job<Optional<Alignment>> {

        @Override
        public Kind kind() {
            return Kind.ALIGN;
        }

        /** A run reads the target as well as the source. */
        @Override
        public int length() {
            return segment.length() + targetTokens;
        }
    }
}
