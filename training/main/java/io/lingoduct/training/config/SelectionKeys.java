package io.lingoduct.training.config;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.training.loop.settings.DevMetric;
import io.lingoduct.training.loop.settings.TrainingConfig;
import io.lingoduct.training.loop.settings.TrainingConfig.Average;
import io.lingoduct.training.loop.settings.TrainingConfig.EarlyStopping;
import java.util.List;

/** The keys under {@code training} that say which weights are validated and kept, and when a run ends early. */
final class SelectionKeys {

    static final Key<Integer> KEEP_BEST = Key.integer("keep-best", 1, 100, "How many of the best weights are kept.")
            .orElse(3);

    private static final Key<Average> AVERAGE = Key.choice(
                    "average",
                    Average.class,
                    "ema validates and exports a moving average of the weights, checkpoints tries the mean of the best at"
                            + " the end.")
            .orElse(Average.NONE);
    private static final Key<Double> EMA_DECAY = Key.decimal(
                    "ema-decay", 0.5, 0.99999, "Share of the moving average that stays at each update.")
            .orElse(0.999);
    private static final Key<Integer> VALIDATE_EVERY_UPDATES = Key.integer(
                    "validate-every-updates", 1, 10_000_000, "Updates between validations.")
            .orElseFrom("after each epoch");
    private static final Key<DevMetric> BEST_BY = Key.choice(
                    "best-by", DevMetric.class, "What the best weights are the best by, on the dev set.")
            .orElse(DevMetric.BLEU);
    private static final Key<EarlyStopping> EARLY_STOPPING = Key.choice(
                    "early-stopping", EarlyStopping.class, "What has to improve on the dev set for a run to go on.")
            .orElse(EarlyStopping.NONE);
    private static final Key<Integer> PATIENCE = Key.integer(
                    "patience", 1, 1000, "Validations without that until the run ends.")
            .orElse(5);

    static final List<Key<?>> KEYS =
            List.of(AVERAGE, EMA_DECAY, VALIDATE_EVERY_UPDATES, BEST_BY, KEEP_BEST, EARLY_STOPPING, PATIENCE);

    private SelectionKeys() {}

    static TrainingConfig.Averaging averaging(Section section) {
        return new TrainingConfig.Averaging(section.get(AVERAGE), section.get(EMA_DECAY));
    }

    static TrainingConfig.Selection selection(Section section) {
        return new TrainingConfig.Selection(
                section.find(VALIDATE_EVERY_UPDATES).orElse(0), section.get(BEST_BY), section.get(KEEP_BEST));
    }

    static TrainingConfig.Stopping stopping(Section section) {
        return new TrainingConfig.Stopping(section.get(EARLY_STOPPING), section.get(PATIENCE));
    }
}
