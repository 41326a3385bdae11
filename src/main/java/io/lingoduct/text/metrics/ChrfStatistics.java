package io.lingoduct.text.metrics;

import java.util.List;

/** The counts that chrF is made of, order by order (those of characters, then those of words), summed over segments. */
final class ChrfStatistics {

    private static final double BETA_SQUARED = 4;

    private final int characterOrders;
    private final long[] matches;
    private final long[] hypothesisTotals;
    private final long[] referenceTotals;

    ChrfStatistics(int characterOrders, int wordOrders) {
        int orders = characterOrders + wordOrders;
        this.characterOrders = characterOrders;
        this.matches = new long[orders];
        this.hypothesisTotals = new long[orders];
        this.referenceTotals = new long[orders];
    }

    /** The texts come without white space. */
    void addCharacters(String hypothesis, String reference) {
        for (int order = 1; order <= characterOrders; order++) {
            add(order - 1, NgramCounts.ofCharacters(hypothesis, order), NgramCounts.ofCharacters(reference, order));
        }
    }

    void addWords(List<String> hypothesis, List<String> reference) {
        for (int i = characterOrders; i < matches.length; i++) {
            int order = i - characterOrders + 1;
            add(i, NgramCounts.ofWords(hypothesis, order), NgramCounts.ofWords(reference, order));
        }
    }

    // As in sacreBLEU, a reference too short for an order takes the hypothesis' n-grams of that order out of the count.
    private void add(int index, NgramCounts<?> hypothesis, NgramCounts<?> reference) {
        matches[index] += hypothesis.matches(reference);
        hypothesisTotals[index] += reference.total() > 0 ? hypothesis.total() : 0;
        referenceTotals[index] += reference.total();
    }

    /** F-score of the mean precision and the mean recall over the orders that occur on both sides, 0 to 100. */
    double score() {
        double precision = 0;
        double recall = 0;
        int orders = 0;
        for (int i = 0; i < matches.length; i++) {
            if (hypothesisTotals[i] > 0 && referenceTotals[i] > 0) {
                precision += (double) matches[i] / hypothesisTotals[i];
                recall += (double) matches[i] / referenceTotals[i];
                orders++;
            }
        }
        return precision + recall == 0 ? 0 : 100 * fScore(precision / orders, recall / orders);
    }

    private static double fScore(double precision, double recall) {
        return (1 + BETA_SQUARED) * precision * recall / (BETA_SQUARED * precision + recall);
    }
}
