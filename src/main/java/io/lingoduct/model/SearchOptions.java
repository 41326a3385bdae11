package io.lingoduct.model;

import io.lingoduct.config.Key;
import io.lingoduct.config.OptionKeys;

/**
 * Options of a search, the same for all rows of a batch.
 *
 * @param beamSize hypotheses kept per segment; 1 is greedy search
 * @param lengthPenalty exponent alpha of the length by which a finished hypothesis' log-probability is divided; 0 favours
 *     short output, 1 compares means per token
 * @param coveragePenalty weight beta of what a finished hypothesis loses for source tokens that it paid no attention to (Wu
 *     et al., 2016, section 7); 0 for none. Plays a part with a beam only
 * @param noRepeatNgram no hypothesis says the same so many tokens twice; 0 for no limit, else at least 2
 * @param shortlist whether the model's shortlist is used, where it has one
 * @param scores whether the caller wants the hypotheses' scores; a greedy search that need not tell them is faster
 */
public record SearchOptions(
        int beamSize,
        float lengthPenalty,
        float coveragePenalty,
        int noRepeatNgram,
        boolean shortlist,
        boolean scores) {

    public static final SearchOptions GREEDY = new SearchOptions(1, 1f);

    public static final Key<Integer> BEAM_SIZE = Key.integer(
                    "beam-size", 1, 64, "Hypotheses kept by the search; 1 is greedy.")
            .orElseFrom("as the model bundle says");
    public static final Key<Double> LENGTH_PENALTY = Key.decimal(
                    "length-penalty", 0, 10, "Exponent of the length by which a hypothesis' score is divided.")
            .orElseFrom("as the model bundle says");
    public static final Key<Double> COVERAGE_PENALTY = Key.decimal(
                    "coverage-penalty",
                    0,
                    10,
                    "Weight of what a hypothesis loses for source words that it did not look at; matters with a beam.")
            .orElse(0.0);
    public static final Key<Integer> NO_REPEAT_NGRAM = Key.integer(
                    "no-repeat-ngram", 0, 100, "No translation says the same so many tokens twice; 0 sets no limit.")
            .orElse(0)
            .where(tokens -> tokens != 1, "expected 0 or at least 2: a text cannot do without repeating a token");
    public static final Key<Boolean> SHORTLIST = Key.bool(
                    "shortlist",
                    "Whether models choose among likely target tokens only, where their bundles name them.")
            .orElse(true);

    /** The keys of a configuration that say how models are searched. */
    public static final OptionKeys<SearchOptions> KEYS = OptionKeys.<SearchOptions>none()
            .and(BEAM_SIZE, SearchOptions::withBeamSize)
            .and(LENGTH_PENALTY, (options, penalty) -> options.withLengthPenalty(penalty.floatValue()))
            .and(COVERAGE_PENALTY, (options, penalty) -> options.withCoveragePenalty(penalty.floatValue()))
            .and(NO_REPEAT_NGRAM, SearchOptions::withNoRepeatNgram)
            .and(SHORTLIST, SearchOptions::withShortlist);

    public SearchOptions {
        if (beamSize < 1) {
            throw new IllegalArgumentException("beam size must be at least 1, not " + beamSize);
        }
        requireWithin("length penalty", lengthPenalty, 10);
        requireWithin("coverage penalty", coveragePenalty, 10);
        if (noRepeatNgram < 0 || noRepeatNgram == 1) {
            throw new IllegalArgumentException("no-repeat-ngram must be 0 or at least 2, not " + noRepeatNgram);
        }
    }

    /** With scores, with the shortlist where there is one, without coverage penalty and limit on repetition. */
    public SearchOptions(int beamSize, float lengthPenalty) {
        this(beamSize, lengthPenalty, 0, 0, true, true);
    }

    /** Beam search of the given size with length penalty 1. */
    public static SearchOptions beam(int size) {
        return new SearchOptions(size, 1f);
    }

    public SearchOptions withBeamSize(int size) {
        return new SearchOptions(size, lengthPenalty, coveragePenalty, noRepeatNgram, shortlist, scores);
    }

    public SearchOptions withLengthPenalty(float penalty) {
        return new SearchOptions(beamSize, penalty, coveragePenalty, noRepeatNgram, shortlist, scores);
    }

    public SearchOptions withCoveragePenalty(float penalty) {
        return new SearchOptions(beamSize, lengthPenalty, penalty, noRepeatNgram, shortlist, scores);
    }

    public SearchOptions withNoRepeatNgram(int tokens) {
        return new SearchOptions(beamSize, lengthPenalty, coveragePenalty, tokens, shortlist, scores);
    }

    /** Scores the whole vocabulary. */
    public SearchOptions withoutShortlist() {
        return withShortlist(false);
    }

    /** @param used see {@link #shortlist} */
    public SearchOptions withShortlist(boolean used) {
        return new SearchOptions(beamSize, lengthPenalty, coveragePenalty, noRepeatNgram, used, scores);
    }

    /** @param wanted see {@link #scores} */
    public SearchOptions withScores(boolean wanted) {
        return new SearchOptions(beamSize, lengthPenalty, coveragePenalty, noRepeatNgram, shortlist, wanted);
    }

    private static void requireWithin(String what, float value, int largest) {
        if (!(value >= 0f && value <= largest)) {
            throw new IllegalArgumentException(what + " must lie in [0, " + largest + "], not " + value);
        }
    }
}
