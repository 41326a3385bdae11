package io.lingoduct.bench.fidelity;

import io.lingoduct.bench.fidelity.FidelityFigures.Score;
import io.lingoduct.bench.fidelity.check.BareText;
import io.lingoduct.bench.fidelity.probe.Guise;
import io.lingoduct.text.metrics.Bleu;
import io.lingoduct.text.metrics.Chrf;
import io.lingoduct.text.metrics.Metric;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores of sentences in their guises: BLEU against references, or chrF2 against the plain sentence's own translation where there
 * are none. Case does not count, nor does what {@link BareText} takes off.
 */
final class GuiseScores {

    private final Metric metric;
    private final List<Score> scores = new ArrayList<>();
    private List<String> references;
    private double plain = 100;

    /** @param references none: the plain sentence's own translation is taken */
    GuiseScores(List<String> references) {
        this.metric = references.isEmpty() ? Chrf.chrf2(true) : Bleu.lowercased13a();
        this.references = bare(references);
    }

    /** Adds a guise; the plain one comes first. */
    void add(Guise guise, List<String> outputs) {
        var hypotheses = bare(outputs);
        if (references.isEmpty()) {
            references = hypotheses;
            return; // it is its own reference
        }
        double value = metric.score(hypotheses, references).value();
        if (guise == Guise.PLAIN) {
            plain = value;
        }
        scores.add(new Score(guise.part().label(), guise.label(), metric.name(), value, value - plain));
    }

    List<Score> all() {
        return List.copyOf(scores);
    }

    private static List<String> bare(List<String> texts) {
        return texts.stream().map(BareText::of).toList();
    }
}
