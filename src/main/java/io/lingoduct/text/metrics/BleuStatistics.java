package io.lingoduct.text.metrics;

import java.util.Arrays;
import java.util.List;

/** The counts that BLEU is made of, summed over the segments added so far. */
final class BleuStatistics {

    static final int MAX_ORDER = 4;

    private final long[] matches = new long[MAX_ORDER];
    private final long[] totals = new long[MAX_ORDER];
    private long hypothesisLength;
    private long referenceLength;

    void add(List<String> hypothesis, List<String> reference) {
        hypothesisLength += hypothesis.size();
        referenceLength += reference.size();
        for (int order = 1; order <= MAX_ORDER; order++) {
            var counts = NgramCounts.ofWords(hypothesis, order);
            matches[order - 1] += counts.matches(NgramCounts.ofWords(reference, order));
            totals[order - 1] += counts.total();
        }
    }

    long hypothesisLength() {
        return hypothesisLength;
    }

    long referenceLength() {
        return referenceLength;
    }

    /** Per order in per cent; all 0 where not even a word matches. */
    double[] precisions(BleuSmoothing smoothing) {
        var precisions = new double[MAX_ORDER];
        if (matches[0] == 0) {
            return precisions;
        }
        int unmatchedOrders = 0;
        for (int i = 0; i < ordersThatOccur(); i++) {
            precisions[i] =
                    matches[i] > 0 ? 100.0 * matches[i] / totals[i] : smoothing.precision(++unmatchedOrders, totals[i]);
        }
        return precisions;
    }

    /** Highest order of which the hypotheses have an n-gram; 0 where they have no word. */
    int ordersThatOccur() {
        return (int) Arrays.stream(totals).takeWhile(total -> total > 0).count();
    }

    double brevityPenalty() {
        if (hypothesisLength >= referenceLength) {
            return 1;
        }
        return hypothesisLength == 0 ? 0 : Math.exp(1 - (double) referenceLength / hypothesisLength);
    }
}
