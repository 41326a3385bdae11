package io.lingoduct.training.loop.validation;

import io.lingoduct.training.loop.settings.DevMetric;
import io.lingoduct.training.loop.settings.TrainingConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Validated weights that are among the best so far. */
public record KeptWeights(long update, int epoch, double perplexity, double bleu) {

    public double quality(DevMetric metric) {
        return metric.quality(perplexity, bleu);
    }

    /** The best ones of a list and one more, best first; of two equals the later one has the lower rate behind it. */
    static List<KeptWeights> best(List<KeptWeights> before, KeptWeights added, TrainingConfig.Selection selection) {
        var all = new ArrayList<>(before);
        all.add(added);
        all.sort(Comparator.<KeptWeights>comparingDouble(kept -> rank(kept.quality(selection.bestBy())))
                .thenComparingLong(KeptWeights::update)
                .reversed());
        return List.copyOf(all.subList(0, Math.min(all.size(), selection.keepBest())));
    }

    // A perplexity that is not a number would sort as the best.
    private static double rank(double quality) {
        return Double.isNaN(quality) ? -Double.MAX_VALUE : quality;
    }
}
