package io.lingoduct.evaluate;

import io.lingoduct.text.metrics.Bleu;
import io.lingoduct.text.metrics.BleuSmoothing;
import io.lingoduct.text.metrics.BleuTokenizer;
import io.lingoduct.text.metrics.Chrf;
import io.lingoduct.text.metrics.Metric;
import java.util.ArrayList;
import java.util.List;

/**
 * The metrics that translations are scored with.
 *
 * @param lowercase whether every metric ignores case
 * @param tokenizer how BLEU cuts text into words
 * @param smoothing how BLEU counts an order of n-grams without a match
 */
public record MetricChoice(boolean lowercase, BleuTokenizer tokenizer, BleuSmoothing smoothing) {

    /** @param name unlike that of any other metric of the choice */
    record Named(String name, Metric metric) {

        private Named(Metric metric) {
            this(metric.name(), metric);
        }
    }

    /** The metrics of a corpus: BLEU without case as well, unless that is all that was asked for. */
    List<Named> ofCorpus() {
        var metrics = new ArrayList<Named>();
        ofSegments().forEach(metric -> metrics.add(new Named(metric)));
        if (!lowercase) {
            var withoutCase = new Bleu(tokenizer, true, smoothing);
            metrics.add(1, new Named(withoutCase.name() + " (lowercase)", withoutCase));
        }
        return metrics;
    }

    /** The metrics of each segment. */
    List<Metric> ofSegments() {
        return List.of(new Bleu(tokenizer, lowercase, smoothing), Chrf.chrf2(lowercase), Chrf.chrf2PlusPlus(lowercase));
    }
}
