package io.lingoduct.text.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * BLEU as sacreBLEU defines it: n-grams up to four words, clipped by one reference, summed over the corpus. Equal settings
 * give sacreBLEU's figures. A corpus is always scored on all four orders; a single segment only on those that its
 * hypothesis is long enough for, since otherwise every short one would get 0 or a smoothed figure.
 *
 * <p>Papineni et al., "BLEU: a Method for Automatic Evaluation of Machine Translation", 2002; Post, "A Call for Clarity
 * in Reporting BLEU Scores", 2018.
 */
public final class Bleu implements Metric {

    static final String NAME = "BLEU";

    private final BleuTokenizer tokenizer;
    private final boolean lowercased;
    private final BleuSmoothing smoothing;

    public Bleu(BleuTokenizer tokenizer, boolean lowercased, BleuSmoothing smoothing) {
        this.tokenizer = tokenizer;
        this.lowercased = lowercased;
        this.smoothing = smoothing;
    }

    /** With exponential smoothing. */
    public Bleu(BleuTokenizer tokenizer, boolean lowercased) {
        this(tokenizer, lowercased, BleuSmoothing.EXP);
    }

    /** The customary setting: 13a tokens, case matters. */
    public static Bleu cased13a() {
        return new Bleu(BleuTokenizer.V13A, false);
    }

    /** 13a tokens, case ignored. */
    public static Bleu lowercased13a() {
        return new Bleu(BleuTokenizer.V13A, true);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public BleuScore score(List<String> hypotheses, List<String> references) {
        NgramCounts.requireSameSize(hypotheses, references);
        var statistics = new BleuStatistics();
        for (int i = 0; i < hypotheses.size(); i++) {
            statistics.add(tokens(hypotheses.get(i)), tokens(references.get(i)));
        }
        var precisions = statistics.precisions(smoothing);
        return new BleuScore(
                statistics.brevityPenalty() * geometricMean(precisions),
                Arrays.stream(precisions).boxed().toList(),
                statistics.brevityPenalty(),
                statistics.hypothesisLength(),
                statistics.referenceLength(),
                signature());
    }

    @Override
    public double sentenceScore(String hypothesis, String reference) {
        var statistics = new BleuStatistics();
        statistics.add(tokens(hypothesis), tokens(reference));
        int orders = statistics.ordersThatOccur();
        if (orders == 0) {
            return 0;
        }
        var precisions = Arrays.copyOf(statistics.precisions(smoothing), orders);
        return statistics.brevityPenalty() * geometricMean(precisions);
    }

    /** The settings in sacreBLEU's notation, without its version. */
    public String signature() {
        return signature("no");
    }

    /** As {@link #signature()}, for {@link #sentenceScore}. */
    public String sentenceSignature() {
        return signature("yes");
    }

    private String signature(String effectiveOrder) {
        return "nrefs:1|case:" + (lowercased ? "lc" : "mixed") + "|eff:" + effectiveOrder + "|tok:" + tokenizer.label()
                + "|smooth:" + smoothing.label();
    }

    private List<String> tokens(String segment) {
        return tokenizer.tokenize(lowercased ? segment.toLowerCase(Locale.ROOT) : segment);
    }

    private static double geometricMean(double[] values) {
        return Math.exp(Arrays.stream(values).map(Math::log).sum() / values.length);
    }
}
