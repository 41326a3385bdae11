package io.lingoduct.text.metrics;

import java.util.List;

/**
 * Corpus chrF2 as sacreBLEU defines it: F-score of character n-grams up to order six, white space left out, recall
 * weighing twice as much as precision, precision and recall averaged over the orders that occur.
 *
 * <p>Popović, "chrF: character n-gram F-score for automatic MT evaluation", 2015.
 */
public final class Chrf {

    /** The settings in sacreBLEU's notation, without its version. */
    public static final String SIGNATURE = "nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no";

    private static final int MAX_ORDER = 6;
    private static final double BETA_SQUARED = 4;

    private Chrf() {}

    /**
     * Scores a corpus, 0 to 100.
     *
     * @param references one for each hypothesis, in the same order
     * @throws IllegalArgumentException if there are not as many references as hypotheses
     */
    public static double chrf2(List<String> hypotheses, List<String> references) {
        NgramCounts.requireSameSize(hypotheses, references);
        double precision = 0;
        double recall = 0;
        int orders = 0;
        for (int order = 1; order <= MAX_ORDER; order++) {
            long matches = 0;
            long hypothesisTotal = 0;
            long referenceTotal = 0;
            for (int i = 0; i < hypotheses.size(); i++) {
                var hypothesis = NgramCounts.of(characters(hypotheses.get(i)), order);
                var reference = NgramCounts.of(characters(references.get(i)), order);
                matches += hypothesis.matches(reference);
                hypothesisTotal += reference.total() > 0 ? hypothesis.total() : 0;
                referenceTotal += reference.total();
            }
            if (hypothesisTotal > 0 && referenceTotal > 0) {
                precision += (double) matches / hypothesisTotal;
                recall += (double) matches / referenceTotal;
                orders++;
            }
        }
        return precision + recall == 0 ? 0 : 100 * fScore(precision / orders, recall / orders);
    }

    private static double fScore(double precision, double recall) {
        return (1 + BETA_SQUARED) * precision * recall / (BETA_SQUARED * precision + recall);
    }

    private static List<Integer> characters(String segment) {
        return segment.codePoints()
                .filter(c -> c > Character.MAX_VALUE || !BleuTokenizer.isSpace((char) c))
                .boxed()
                .toList();
    }
}
