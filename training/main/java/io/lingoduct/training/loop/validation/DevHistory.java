package io.lingoduct.training.loop.validation;

import io.lingoduct.training.loop.settings.DevMetric;
import io.lingoduct.training.loop.settings.TrainingConfig;
import java.util.List;

/**
 * Findings of the validations so far.
 *
 * @param validatedAt update of the latest one; 0 before the first
 * @param stopping streak of the score that early stopping watches
 * @param best the best weights, best first
 */
public record DevHistory(long validatedAt, Plateau plateau, Streak stopping, List<KeptWeights> best) {

    public static final DevHistory START = new DevHistory(0, Plateau.START, Streak.START, List.of());

    public DevHistory after(Validation.Scores scores, long update, int epoch, TrainingConfig config) {
        var kept = new KeptWeights(update, epoch, scores.perplexity(), scores.bleu());
        return new DevHistory(
                update,
                plateau.after(scores, config.schedule()),
                switch (config.stopping().on()) {
                    case NONE -> stopping;
                    case BLEU -> stopping.after(scores.quality(DevMetric.BLEU));
                    case PERPLEXITY -> stopping.after(scores.quality(DevMetric.PERPLEXITY));
                },
                KeptWeights.best(best, kept, config.selection()));
    }

    /** Whether the latest validation was the best one. */
    public boolean improved() {
        return !best.isEmpty() && best.get(0).update() == validatedAt;
    }

    public boolean endsTheRun(TrainingConfig.Stopping rule) {
        return rule.on() != TrainingConfig.EarlyStopping.NONE && stopping.sinceBest() >= rule.patience();
    }
}
