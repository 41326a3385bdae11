package io.lingoduct.training.config;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.training.loop.settings.DevMetric;
import io.lingoduct.training.loop.settings.TrainingConfig;
import io.lingoduct.training.loop.settings.TrainingConfig.Optimizer;
import io.lingoduct.training.loop.settings.TrainingConfig.Shape;
import java.util.List;

/** The keys under {@code training} that say how an update changes the weights, and by how much. */
final class OptimizationKeys {

    private static final Key<Optimizer> OPTIMIZER = Key.choice(
                    "optimizer", Optimizer.class, "adam adds the weight decay to the gradient, adamw keeps it apart.")
            .orElse(Optimizer.ADAM);
    private static final Key<Double> BETA1 =
            Key.decimal("beta1", 0, 0.9999, "Memory of the gradient's mean.").orElse(0.9);
    private static final Key<Double> BETA2 = Key.decimal("beta2", 0, 0.999999, "Memory of the squared gradient's mean.")
            .orElse(0.999);
    private static final Key<Double> EPSILON = Key.decimal(
                    "epsilon", 1e-12, 1, "Keeps small gradients from large steps.")
            .orElse(1e-8);
    private static final Key<Double> WEIGHT_DECAY =
            Key.decimal("weight-decay", 0, 10, "Pull of every weight to 0.").orElse(0.0);
    private static final Key<Double> CLIP_NORM = Key.decimal(
                    "clip-norm", 1e-6, 1e6, "Gradients are scaled down to this norm.")
            .orElse(1.0);
    private static final Key<Double> LEARNING_RATE = Key.decimal(
                    "learning-rate", 1e-7, 1, "Rate at the end of the warm-up.")
            .orElse(0.001);
    private static final Key<Integer> WARMUP_UPDATES = Key.integer(
                    "warmup-updates", 0, 1_000_000, "Updates in which the rate rises.")
            .orElse(500);
    private static final Key<Shape> SCHEDULE = Key.choice(
                    "schedule",
                    Shape.class,
                    "How the rate goes on: linear falls to a twentieth at the last epoch's end.")
            .orElse(Shape.LINEAR);
    private static final Key<DevMetric> PLATEAU_METRIC = Key.choice(
                    "plateau-metric",
                    DevMetric.class,
                    "What has to improve on the dev set for plateau to keep the rate.")
            .orElse(DevMetric.PERPLEXITY);
    private static final Key<Integer> PLATEAU_PATIENCE = Key.integer(
                    "plateau-patience", 1, 1000, "Validations without that until plateau lowers the rate.")
            .orElse(2);
    private static final Key<Double> DECAY_FACTOR = Key.decimal(
                    "decay-factor", 0.01, 0.99, "What plateau multiplies the rate by.")
            .orElse(0.5);
    private static final Key<Double> DIVERGENCE_FACTOR = Key.decimal(
                    "divergence-factor",
                    1.1,
                    1000,
                    "A loss this many times the best one of 100 updates sends training back to a checkpoint.")
            .orElse(2.0);
    private static final Key<Integer> MAX_ROLLBACKS = Key.integer(
                    "max-rollbacks", 0, 100, "How often training goes back, each time with half the rate.")
            .orElse(3);

    static final List<Key<?>> KEYS = List.of(
            OPTIMIZER,
            BETA1,
            BETA2,
            EPSILON,
            WEIGHT_DECAY,
            CLIP_NORM,
            LEARNING_RATE,
            WARMUP_UPDATES,
            SCHEDULE,
            PLATEAU_METRIC,
            PLATEAU_PATIENCE,
            DECAY_FACTOR,
            DIVERGENCE_FACTOR,
            MAX_ROLLBACKS);

    private OptimizationKeys() {}

    static TrainingConfig.Optimization optimization(Section section) {
        return new TrainingConfig.Optimization(
                section.get(OPTIMIZER),
                section.get(BETA1),
                section.get(BETA2),
                section.get(EPSILON),
                section.get(WEIGHT_DECAY),
                section.get(CLIP_NORM));
    }

    static TrainingConfig.Schedule schedule(Section section) {
        return new TrainingConfig.Schedule(
                section.get(SCHEDULE),
                section.get(LEARNING_RATE),
                section.get(WARMUP_UPDATES),
                section.get(PLATEAU_METRIC),
                section.get(PLATEAU_PATIENCE),
                section.get(DECAY_FACTOR));
    }

    static TrainingConfig.Divergence divergence(Section section) {
        return new TrainingConfig.Divergence(section.get(DIVERGENCE_FACTOR), section.get(MAX_ROLLBACKS));
    }
}
