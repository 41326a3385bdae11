package io.lingoduct.bench.fidelity;

import io.lingoduct.text.metrics.Metric;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Scores where a sentence has several references: each hypothesis is held against the one that it is nearest to. */
final class BestReference {

    private BestReference() {}

    /** The corpus score, 0 to 100, not a number without any sentence; element i of both lists belongs together. */
    static double score(Metric metric, List<String> hypotheses, List<List<String>> references) {
        if (hypotheses.isEmpty()) {
            return Double.NaN;
        }
        var nearest = IntStream.range(0, hypotheses.size())
                .mapToObj(i -> references.get(i).stream()
                        .max(Comparator.comparingDouble(
                                reference -> metric.sentenceScore(hypotheses.get(i), reference)))
                        .orElseThrow())
                .toList();
        return metric.score(hypotheses, nearest).value();
    }
}
