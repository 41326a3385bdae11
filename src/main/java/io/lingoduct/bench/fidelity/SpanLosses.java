package io.lingoduct.bench.fidelity;

import io.lingoduct.bench.fidelity.FidelityFigures.Loss;
import io.lingoduct.bench.fidelity.check.Surroundings;
import io.lingoduct.bench.fidelity.probe.SpanProbes.SpanProbe;
import io.lingoduct.text.metrics.Bleu;
import io.lingoduct.text.metrics.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a span costs the translation around it: BLEU of the sentences with spans and of their plain twins, against the same references,
 * with the span and the noun masked on all sides. For German.
 */
final class SpanLosses {

    private final Metric metric = Bleu.lowercased13a();
    private final Map<String, Rows> kinds = new LinkedHashMap<>();
    private final Rows all = new Rows();

    /** Sentences of a kind, masked. */
    private static final class Rows {

        private final List<String> spans = new ArrayList<>();
        private final List<String> twins = new ArrayList<>();
        private final List<List<String>> references = new ArrayList<>();
    }

    /**
     * Adds a sentence.
     *
     * @param output its translation
     * @param twin the translation of its plain twin
     */
    void add(SpanProbe probe, String output, String twin) {
        var frame = probe.frame();
        boolean fills = !frame.noun().isEmpty();
        var span = Surroundings.ofSpan(output, probe.span(), fills);
        var noun = Surroundings.ofNoun(twin, frame.germanNouns());
        var references = Surroundings.ofReferences(frame.references(), "~");
        for (var rows : List.of(kinds.computeIfAbsent(probe.kind(), kind -> new Rows()), all)) {
            rows.spans.add(span);
            rows.twins.add(noun);
            rows.references.add(references);
        }
    }

    /** Kind by kind, and the whole behind them; none without a sentence. */
    List<Loss> all() {
        var losses = new ArrayList<Loss>();
        kinds.forEach((kind, rows) -> losses.add(loss(kind, rows)));
        if (!losses.isEmpty()) {
            losses.add(loss(Tally.ALL, all));
        }
        return losses;
    }

    private Loss loss(String row, Rows rows) {
        double spans = BestReference.score(metric, rows.spans, rows.references);
        double twins = BestReference.score(metric, rows.twins, rows.references);
        double likeness = metric.score(rows.spans, rows.twins).value();
        return new Loss(row, rows.spans.size(), metric.name(), spans, twins, spans - twins, likeness);
    }
}
