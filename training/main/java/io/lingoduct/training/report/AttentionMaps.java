package io.lingoduct.training.report;

import io.lingoduct.chart.Chart;
import io.lingoduct.chart.HeatMap;
import io.lingoduct.training.report.RunEvent.Alignment;
import io.lingoduct.training.report.RunEvent.Alignments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Heat maps of the attention, by file name. */
final class AttentionMaps {

    private static final int MOST_SENTENCES = 3;

    private AttentionMaps() {}

    /** The first sentences with the model of the last validation that has any. */
    static Map<String, Chart> atTheEnd(List<Alignments> alignments, Validations validations) {
        var charts = new LinkedHashMap<String, Chart>();
        if (!alignments.isEmpty()) {
            var last = alignments.get(alignments.size() - 1);
            int sentences = Math.min(MOST_SENTENCES, last.alignments().size());
            for (int i = 0; i < sentences; i++) {
                charts.put(
                        "attention-" + (i + 1),
                        map(
                                "Sentence %d, %s".formatted(i + 1, validations.label(last.epoch(), last.update())),
                                last.alignments().get(i)));
            }
        }
        return charts;
    }

    /** The first sentence as training goes on; empty where there is but one validation. */
    static Map<String, Chart> overTime(List<Alignments> alignments, Validations validations) {
        var charts = new LinkedHashMap<String, Chart>();
        var withSentence =
                alignments.stream().filter(a -> !a.alignments().isEmpty()).toList();
        var chosen =
                validations.few(withSentence.stream().map(Alignments::update).toList());
        if (chosen.size() > 1) {
            withSentence.stream()
                    .filter(a -> chosen.contains(a.update()))
                    .forEach(a -> charts.put(
                            "attention-1-" + validations.key(a.epoch(), a.update()),
                            map(
                                    "Sentence 1, " + validations.label(a.epoch(), a.update()),
                                    a.alignments().get(0))));
        }
        return charts;
    }

    private static Chart map(String title, Alignment alignment) {
        var weights = alignment.weights().stream()
                .map(row -> row.stream().mapToDouble(Float::doubleValue).toArray())
                .toArray(double[][]::new);
        return HeatMap.ofWeights(title, "source", "target", alignment.source(), alignment.target(), weights);
    }
}
