package io.lingoduct.evaluate;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;

/** The log-probabilities of given targets, line by line; a line that could not be scored has none. */
final class ForcedScores {

    private final Float[] logProbabilities;
    private long tokens;

    ForcedScores(int lines) {
        this.logProbabilities = new Float[lines];
    }

    /**
     * Notes a line's score.
     *
     * @param line counted from 0
     * @param logProbability natural logarithm, summed over the target's tokens
     * @param lineTokens tokens of the target, end-of-sentence included
     */
    void put(int line, float logProbability, int lineTokens) {
        logProbabilities[line] = logProbability;
        tokens += lineTokens;
    }

    OptionalDouble logProbability(int line) {
        return logProbabilities[line] == null ? OptionalDouble.empty() : OptionalDouble.of(logProbabilities[line]);
    }

    /** Lines that have no score. */
    long missing() {
        return Arrays.stream(logProbabilities).filter(Objects::isNull).count();
    }

    /** Sum over the lines that have a score. */
    double logProbability() {
        return Arrays.stream(logProbabilities)
                .filter(Objects::nonNull)
                .mapToDouble(Float::doubleValue)
                .sum();
    }

    /** Target tokens of the lines that have a score. */
    long tokens() {
        return tokens;
    }

    /** Per token; empty where no line has a score. */
    OptionalDouble perplexity() {
        return tokens == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.exp(-logProbability() / tokens));
    }
}
