package io.lingoduct.training.batch;

/**
 * Limits of a sentence pair's length.
 *
 * @param source most tokens of a source, end-of-sentence not counted
 * @param target most tokens of a target, end-of-sentence included
 */
public record TokenLimits(int source, int target) {

    /** Whether a pair keeps within the limits. */
    boolean admit(EncodedPair pair) {
        return pair.source().length - 1 <= source && pair.target().length < target;
    }
}
