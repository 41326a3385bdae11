package io.lingoduct.training.config;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.training.loop.Precision;
import io.lingoduct.training.loop.TrainingConfig;
import java.util.List;

/** The keys under {@code training}: how the weights are learnt. */
final class TrainingSection {

    private static final Key<Integer> SEED = Key.integer("seed", 0, Integer.MAX_VALUE, "Of everything that is random.")
            .orElse(1);
    private static final Key<Integer> EPOCHS = Key.integer("epochs", 1, 1000, "Passes over the data.");
    private static final Key<Integer> BATCH_TOKENS = Key.integer(
                    "batch-tokens", 1, 1_000_000, "Target tokens per update, padding included.")
            .orElse(1500);
    private static final Key<Double> LEARNING_RATE = Key.decimal(
                    "learning-rate", 1e-7, 1, "Peak of the schedule: warm-up, then linear decay.")
            .orElse(0.001);
    private static final Key<Integer> WARMUP_UPDATES = Key.integer(
                    "warmup-updates", 0, 1_000_000, "Updates until the peak.")
            .orElse(500);
    private static final Key<Double> LABEL_SMOOTHING = Key.decimal(
                    "label-smoothing", 0, 0.9, "Probability spread over all tokens.")
            .orElse(0.1);
    private static final Key<Double> CLIP_NORM = Key.decimal(
                    "clip-norm", 1e-6, 1e6, "Gradients are scaled down to this norm.")
            .orElse(1.0);
    private static final Key<Integer> THREADS =
            Key.integer("threads", 1, 256, "Threads that share each batch.").orElseFrom("all processors");
    private static final Key<Precision> PRECISION = Key.choice(
                    "precision", Precision.class, "Of the forward and backward pass; weights are float32.")
            .orElse(Precision.FLOAT32);

    static final List<Key<?>> KEYS = List.of(
            SEED, EPOCHS, BATCH_TOKENS, LEARNING_RATE, WARMUP_UPDATES, LABEL_SMOOTHING, CLIP_NORM, THREADS, PRECISION);

    private TrainingSection() {}

    static TrainingConfig read(Section section) {
        return new TrainingConfig(
                section.get(SEED),
                section.get(EPOCHS),
                section.get(BATCH_TOKENS),
                section.get(LEARNING_RATE),
                section.get(WARMUP_UPDATES),
                section.get(LABEL_SMOOTHING),
                section.get(CLIP_NORM),
                section.find(THREADS).orElse(Runtime.getRuntime().availableProcessors()),
                section.get(PRECISION));
    }
}
