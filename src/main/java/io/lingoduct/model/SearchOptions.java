package io.lingoduct.model;

/**
 * How a batch is searched.
 *
 * @param beamSize hypotheses kept per segment; 1 is greedy search
 * @param lengthPenalty exponent alpha of the length by which a finished hypothesis' log-probability is divided; 0 favours
 *     short output, 1 compares means per token
 */
public record SearchOptions(int beamSize, float lengthPenalty) {

    public static final SearchOptions GREEDY = new SearchOptions(1, 1f);

    public SearchOptions {
        if (beamSize < 1) {
            throw new IllegalArgumentException("beam size must be at least 1, not " + beamSize);
        }
        if (!(lengthPenalty >= 0f && lengthPenalty <= 10f)) {
            throw new IllegalArgumentException("length penalty must lie in [0, 10], not " + lengthPenalty);
        }
    }

    /** Beam search of the given size with length penalty 1. */
    public static SearchOptions beam(int size) {
        return new SearchOptions(size, 1f);
    }
}
