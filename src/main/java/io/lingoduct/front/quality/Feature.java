package io.lingoduct.front.quality;

import io.lingoduct.front.check.Finding;
import io.lingoduct.front.check.OutputCheck;
import io.lingoduct.front.check.Words;
import java.util.HashSet;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What an estimate is made of: figures between about -5 and 5 that cost next to nothing to compute. */
public enum Feature {
    /** The model's own score. */
    SCORE(facts -> Math.max(-5, facts.score())),
    /** The mean probability of a token, which tells good translations apart better than the score. */
    PROBABILITY(facts -> Math.exp(Math.min(0, facts.score()))),
    /** Logarithm of the number of words of the source. */
    WORDS(facts -> Math.log(1 + Words.count(facts.source()))),
    /** Logarithm of the target's length divided by the source's. */
    LENGTH_RATIO(Feature::lengthRatio),
    /** With the one before, how far a length is from what is usual for the two languages. */
    LENGTH_RATIO_SQUARED(facts -> lengthRatio(facts) * lengthRatio(facts)),
    /** Share of pairs of words in the target that have been there before. */
    REPETITION(facts -> repetition(facts.target())),
    /** Share of the source's words that stand in the target, too. */
    COPIED(facts -> OutputCheck.copied(facts.source(), facts.target())),
    /** Share of the source's words that the model reads in pieces: rare words, names and typos. */
    UNKNOWN_WORDS(SegmentFacts::unknownWords),
    /** Whether the search has ended at its limit. */
    INCOMPLETE(facts -> facts.findings().contains(Finding.INCOMPLETE) ? 1 : 0),
    /** How many other things were found. */
    FINDINGS(facts -> facts.findings().stream()
            .filter(finding -> finding != Finding.INCOMPLETE)
            .count());

    private final ToDoubleFunction<SegmentFacts> value;

    Feature(ToDoubleFunction<SegmentFacts> value) {
        this.value = value;
    }

    /** Its name in a manifest, in snake case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its value for a translation whose score is known. */
    public double of(SegmentFacts facts) {
        return value.applyAsDouble(facts);
    }

    private static double lengthRatio(SegmentFacts facts) {
        double ratio =
                Math.log((facts.target().length() + 1.0) / (facts.source().length() + 1.0));
        return Math.max(-2, Math.min(2, ratio));
    }

    private static double repetition(String text) {
        var words = Words.of(text);
        if (words.size() < 2) {
            return 0;
        }
        var pairs = new HashSet<String>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add(words.get(i - 1) + " " + words.get(i));
        }
        return 1 - (double) pairs.size() / (words.size() - 1);
    }
}
