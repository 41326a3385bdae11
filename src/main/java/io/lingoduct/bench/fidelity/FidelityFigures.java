package io.lingoduct.bench.fidelity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Figures of a {@link FidelityBenchmark}.
 *
 * @param model its name
 * @param texts that were translated
 * @param seconds that it took
 * @param stopped whether the user ended it before its end; then what follows are the figures so far
 * @param references whether the scores are held against references
 * @param kept what came through, row by row
 * @param scores of the sentence in each of its guises; those that were not whole are left out
 * @param junk signs of junk over all outputs
 * @param junkTexts outputs with any such sign
 */
public record FidelityFigures(
        String model,
        long texts,
        double seconds,
        boolean stopped,
        boolean references,
        List<Kept> kept,
        List<Score> scores,
        List<Junk> junk,
        Junk junkTexts) {

    /**
     * A source and its output that were found wanting.
     *
     * @param source what was translated
     * @param output what came out
     */
    public record Miss(String source, String output) {}

    /**
     * A row of what came through.
     *
     * @param part spans, values or markup
     * @param row for instance the kind of span
     * @param kept texts in which it came through
     * @param of all texts of the row
     * @param misses the first few others
     */
    public record Kept(String part, String row, long kept, long of, List<Miss> misses) {

        /** From 0 to 1; NaN without a text. */
        @JsonProperty
        public double share() {
            return (double) kept / of;
        }
    }

    /**
     * Score of sentences in a guise.
     *
     * @param part case and typos, or decoration
     * @param guise its name
     * @param metric BLEU against references, or chrF2 against the plain sentence's own translation
     * @param value 0 to 100
     * @param toPlain the difference to the value of the plain sentence, 0 or less where the guise does harm
     */
    public record Score(String part, String guise, String metric, double value, double toPlain) {}

    /**
     * Outputs that show a sign of junk.
     *
     * @param sign its name
     * @param texts that show it
     * @param misses the first few of them
     */
    public record Junk(String sign, long texts, List<Miss> misses) {}
}
