package io.lingoduct.text.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Corpus BLEU as sacreBLEU defines it: n-grams up to four words, clipped by one reference, summed over the corpus; zero
 * matches are smoothed exponentially, the order is never reduced. Equal settings give sacreBLEU's figures.
 *
 * <p>Papineni et al., "BLEU: a Method for Automatic Evaluation of Machine Translation", 2002; Post, "A Call for Clarity
 * in Reporting BLEU Scores", 2018.
 */
public final class Bleu {

    private static final int MAX_ORDER = 4;

    private final BleuTokenizer tokenizer;
    private final boolean lowercased;

    public Bleu(BleuTokenizer tokenizer, boolean lowercased) {
        this.tokenizer = tokenizer;
        this.lowercased = lowercased;
    }

    /** The customary setting: 13a tokens, case matters. */
    public static Bleu cased13a() {
        return new Bleu(BleuTokenizer.V13A, false);
    }

    /** 13a tokens, case ignored. */
    public static Bleu lowercased13a() {
        return new Bleu(BleuTokenizer.V13A, true);
    }

    /**
     * Scores a corpus.
     *
     * @param hypotheses translations as plain text, one a segment
     * @param references one for each hypothesis, in the same order
     * @throws IllegalArgumentException if there are not as many references as hypotheses
     */
    public BleuScore score(List<String> hypotheses, List<String> references) {
        NgramCounts.requireSameSize(hypotheses, references);
        var matches = new long[MAX_ORDER];
        var totals = new long[MAX_ORDER];
        long hypothesisLength = 0;
        long referenceLength = 0;
        for (int i = 0; i < hypotheses.size(); i++) {
            var hypothesis = tokens(hypotheses.get(i));
            var reference = tokens(references.get(i));
            hypothesisLength += hypothesis.size();
            referenceLength += reference.size();
            for (int order = 1; order <= MAX_ORDER; order++) {
                var counts = NgramCounts.of(hypothesis, order);
                matches[order - 1] += counts.matches(NgramCounts.of(reference, order));
                totals[order - 1] += counts.total();
            }
        }
        var precisions = precisions(matches, totals);
        double brevityPenalty = brevityPenalty(hypothesisLength, referenceLength);
        return new BleuScore(
                brevityPenalty * geometricMean(precisions),
                Arrays.stream(precisions).boxed().toList(),
                brevityPenalty,
                hypothesisLength,
                referenceLength,
                signature());
    }

    /** The settings in sacreBLEU's notation, without its version. */
    public String signature() {
        return "nrefs:1|case:" + (lowercased ? "lc" : "mixed") + "|eff:no|tok:" + tokenizer.label() + "|smooth:exp";
    }

    private List<String> tokens(String segment) {
        return tokenizer.tokenize(lowercased ? segment.toLowerCase(Locale.ROOT) : segment);
    }

    /** In per cent. Each order without a match counts half as much as the one before, starting at half a match. */
    private static double[] precisions(long[] matches, long[] totals) {
        var precisions = new double[MAX_ORDER];
        if (Arrays.stream(matches).sum() == 0) {
            return precisions;
        }
        double smoothing = 1;
        for (int i = 0; i < MAX_ORDER && totals[i] > 0; i++) {
            if (matches[i] == 0) {
                smoothing *= 2;
                precisions[i] = 100 / (smoothing * totals[i]);
            } else {
                precisions[i] = 100.0 * matches[i] / totals[i];
            }
        }
        return precisions;
    }

    private static double brevityPenalty(long hypothesisLength, long referenceLength) {
        if (hypothesisLength >= referenceLength) {
            return 1;
        }
        return hypothesisLength == 0 ? 0 : Math.exp(1 - (double) referenceLength / hypothesisLength);
    }

    private static double geometricMean(double[] values) {
        return Math.exp(Arrays.stream(values).map(Math::log).sum() / values.length);
    }
}
