package io.lingoduct.text.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Counts of the n-grams of one order in one segment.
 *
 * @param <T> what stands for an n-gram
 */
final class NgramCounts<T> {

    private final Map<T, Integer> counts;
    private final int total;

    private NgramCounts(int total, IntFunction<T> ngramAt) {
        this.counts = new HashMap<>();
        this.total = total;
        for (int i = 0; i < total; i++) {
            counts.merge(ngramAt.apply(i), 1, Integer::sum);
        }
    }

    static NgramCounts<List<String>> ofWords(List<String> words, int order) {
        return new NgramCounts<>(Math.max(0, words.size() - order + 1), i -> words.subList(i, i + order));
    }

    /** Of code points. */
    static NgramCounts<String> ofCharacters(String text, int order) {
        var codePoints = text.codePoints().toArray();
        return new NgramCounts<>(Math.max(0, codePoints.length - order + 1), i -> new String(codePoints, i, order));
    }

    /** All n-grams of the segment, repeated ones as often as they occur. */
    int total() {
        return total;
    }

    /** N-grams that the reference has too, none counted more often than the reference has it. */
    int matches(NgramCounts<?> reference) {
        int matches = 0;
        for (var entry : counts.entrySet()) {
            var inReference = reference.counts.get(entry.getKey());
            matches += inReference == null ? 0 : Math.min(entry.getValue(), inReference);
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
