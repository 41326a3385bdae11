package io.lingoduct.text.metrics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The BLEU of a corpus.
 *
 * @param value 0 to 100
 * @param precisions of one to four words, in per cent
 * @param brevityPenalty 1 where the hypotheses are at least as long as the references, less otherwise
 * @param hypothesisLength in tokens
 * @param referenceLength in tokens
 * @param signature the settings in sacreBLEU's notation
 */
public record BleuScore(
        double value,
        List<Double> precisions,
        double brevityPenalty,
        long hypothesisLength,
        long referenceLength,
        String signature)
        implements CorpusScore {

    public BleuScore {
        precisions = List.copyOf(precisions);
    }

    @Override
    public String name() {
        return Bleu.NAME;
    }

    /** As sacreBLEU prints it: {@code BLEU|settings = 30.32 77.6/40.9/22.3/12.0 (BP = 1.000 hyp_len = 12 ref_len = 12)}. */
    @Override
    public String toString() {
        var orders = precisions.stream()
                .map(precision -> String.format(Locale.ROOT, "%.1f", precision))
                .collect(Collectors.joining("/"));
        return String.format(
                Locale.ROOT,
                "%s|%s = %.2f %s (BP = %.3f hyp_len = %d ref_len = %d)",
                name(),
                signature,
                value,
                orders,
                brevityPenalty,
                hypothesisLength,
                referenceLength);
    }
}
