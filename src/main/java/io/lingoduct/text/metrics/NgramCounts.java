package io.lingoduct.text.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each n-gram of one order occurs in one segment. */
final class NgramCounts<T> {

    private final Map<List<T>, Integer> counts;
    private final int total;

    private NgramCounts(Map<List<T>, Integer> counts, int total) {
        this.counts = counts;
        this.total = total;
    }

    static <T> NgramCounts<T> of(List<T> items, int order) {
        int total = Math.max(0, items.size() - order + 1);
        var counts = new HashMap<List<T>, Integer>();
        for (int i = 0; i < total; i++) {
            counts.merge(items.subList(i, i + order), 1, Integer::sum);
        }
        return new NgramCounts<>(counts, total);
    }

    /** All n-grams of the segment, repeated ones as often as they occur. */
    int total() {
        return total;
    }

    /** N-grams that the reference has too, none counted more often than the reference has it. */
    int matches(NgramCounts<T> reference) {
        int matches = 0;
        for (var entry : counts.entrySet()) {
            matches += Math.min(entry.getValue(), reference.counts.getOrDefault(entry.getKey(), 0));
        }
        return matches;
    }

    static void requireSameSize(List<String> hypotheses, List<String> references) {
        if (hypotheses.size() != references.size()) {
            throw new IllegalArgumentException(
                    hypotheses.size() + " hypotheses cannot be scored against " + references.size() + " references");
        }
    }
}
