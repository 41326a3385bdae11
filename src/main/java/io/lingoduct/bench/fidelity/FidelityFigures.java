package io.lingoduct.bench.fidelity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.lingoduct.bench.fidelity.cost.CostFigures;
import io.lingoduct.bench.fidelity.hostile.HostileFigure;
import io.lingoduct.bench.fidelity.quality.Reliability;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Figures of a {@link FidelityBenchmark}.
 *
 * @param model its name
 * @param texts that were translated
 * @param seconds that it took
 * @param stopped whether the user ended it before its end; then what follows are the figures so far
 * @param references whether the scores are held against references
 * @param kept what came through, row by row
 * @param losses what spans cost the translation around them
 * @param front what became of segments in the front, part by part
 * @param scores of the sentence in each of its guises; those that were not whole are left out
 * @param junk signs of junk over all outputs
 * @param junkTexts outputs with any such sign
 * @param quality what the estimates are worth; empty where it was not measured
 * @param cost of the front; empty where it was not measured
 * @param hostile what became of hostile texts
 */
public record FidelityFigures(
        String model,
        long texts,
        double seconds,
        boolean stopped,
        boolean references,
        List<Kept> kept,
        List<Loss> losses,
        List<FrontCount> front,
        List<Score> scores,
        List<Junk> junk,
        Junk junkTexts,
        Optional<Quality> quality,
        Optional<CostFigures> cost,
        List<HostileFigure> hostile) {

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
     * Sentences with spans beside their plain twins, with a noun in the span's place.
     *
     * @param row kind of span
     * @param texts of the row
     * @param metric by which all is scored
     * @param spans 0 to 100, of the sentences around their spans
     * @param twins the same of the twins
     * @param difference spans less twins, 0 or less where a span does harm
     * @param likeness of the sentences to their twins' translations, 0 to 100
     */
    public record Loss(
            String row, long texts, String metric, double spans, double twins, double difference, double likeness) {}

    /**
     * What the front counted in a part.
     *
     * @param counts by name: {@code way-direct} and the other ways that led to a segment's translation, and what was found wanting
     */
    public record FrontCount(String part, SortedMap<String, Long> counts) {

        private static final String WAY = "way-";

        /** Shares of the segments by the way that led to their translations. */
        @JsonProperty
        public Map<String, Double> ways() {
            double segments = counts.entrySet().stream()
                    .filter(count -> count.getKey().startsWith(WAY))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            var ways = new TreeMap<String, Double>();
            counts.forEach((name, count) -> {
                if (name.startsWith(WAY)) {
                    ways.put(name.substring(WAY.length()), count / segments);
                }
            });
            return ways;
        }
    }

    /**
     * Estimates of quality beside what references say: a translation is usable if its chrF2 is at least 45.
     *
     * @param unknown translations without an estimate
     * @param rankings guise by guise, and the mix of all behind them
     * @param bins of the mix
     * @param gap mean distance of estimates from shares in the bins
     */
    public record Quality(long unknown, List<Ranking> rankings, List<Reliability.Bin> bins, double gap) {}

    /**
     * How well estimates tell usable translations from others.
     *
     * @param usable share of the texts
     * @param area under the ROC curve: 0.5 is chance, 1 is never wrong
     */
    public record Ranking(String guise, long texts, double usable, double area) {}

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
