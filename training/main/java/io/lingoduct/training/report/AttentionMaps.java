package io.lingoduct.training.report;

import io.lingoduct.chart.Chart;
import io.lingoduct.chart.HeatMap;
import io.lingoduct.training.report.RunEvent.Alignment;
import io.lingoduct.training.report.RunEvent.Alignments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What the model attends to, as heat maps by file name. */
final class AttentionMaps {

    private static final int MOST_SENTENCES = 3;

    private AttentionMaps() {}

    /** The first sentences with the model of the last epoch that has any. */
    static Map<String, Chart> atTheEnd(List<Alignments> alignments) {
        var charts = new LinkedHashMap<String, Chart>();
        if (!alignments.isEmpty()) {
            var last = alignments.get(alignments.size() - 1);
            int sentences = Math.min(MOST_SENTENCES, last.alignments().size());
            for (int i = 0; i < sentences; i++) {
                charts.put(
                        "attention-" + (i + 1),
                        map(
                                "Sentence %d, epoch %d".formatted(i + 1, last.epoch()),
                                last.alignments().get(i)));
            }
        }
        return charts;
    }

    /** The first sentence over the epochs; empty where there is but one. */
    static Map<String, Chart> overEpochs(List<Alignments> alignments, OptionalInt best) {
        var charts = new LinkedHashMap<String, Chart>();
        var withSentence =
                alignments.stream().filter(a -> !a.alignments().isEmpty()).toList();
        var chosen = EpochChoice.of(withSentence.stream().map(Alignments::epoch).toList(), best);
        if (chosen.size() > 1) {
            withSentence.stream()
                    .filter(a -> chosen.contains(a.epoch()))
                    .forEach(a -> charts.put(
                            "attention-1-epoch-" + a.epoch(),
                            map("Epoch " + a.epoch(), a.alignments().get(0))));
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
