package io.lingoduct.training.config;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.training.loop.settings.DeviceChoice;
import io.lingoduct.training.loop.settings.Precision;
import io.lingoduct.training.loop.settings.TrainingConfig;
import io.lingoduct.training.loop.settings.TrainingConfig.Average;
import java.util.List;
import java.util.stream.Stream;

/** The keys under {@code training}: how the weights are learnt; see also {@link OptimizationKeys} and {@link SelectionKeys}. */
final class TrainingSection {

    private static final Key<Integer> SEED = Key.integer("seed", 0, Integer.MAX_VALUE, "Of everything that is random.")
            .orElse(1);
    private static final Key<Integer> EPOCHS = Key.integer("epochs", 1, 1000, "Passes over the data, at most.");
    private static final Key<Integer> BATCH_TOKENS = Key.integer(
                    "batch-tokens", 1, 1_000_000, "Target tokens per update, padding included.")
            .orElse(1500);
    private static final Key<Double> LABEL_SMOOTHING = Key.decimal(
                    "label-smoothing", 0, 0.9, "Probability spread over all tokens.")
            .orElse(0.1);
    private static final Key<Precision> PRECISION = Key.choice(
                    "precision", Precision.class, "Of the forward and backward pass; weights are float32.")
            .orElse(Precision.FLOAT32);
    private static final Key<Integer> THREADS =
            Key.integer("threads", 1, 256, "Threads that share each batch.").orElseFrom("all processors");
    private static final Key<String> DEVICE = Key.string(
                    "device", "auto, cpu, cuda or cuda:N; auto takes a GPU where there is one.")
            .orElse("auto");
    private static final Key<Integer> CHECKPOINT_EVERY_UPDATES = Key.integer(
                    "checkpoint-every-updates", 1, 10_000_000, "Updates that a killed run loses at most.")
            .orElse(500);
    private static final Key<Integer> LOG_EVERY_UPDATES = Key.integer(
                    "log-every-updates", 1, 1_000_000, "Updates that one point of a curve sums up.")
            .orElse(50);

    static final List<Key<?>> KEYS = Stream.of(
                    List.<Key<?>>of(SEED, EPOCHS, BATCH_TOKENS, LABEL_SMOOTHING, PRECISION),
                    OptimizationKeys.KEYS,
                    SelectionKeys.KEYS,
                    List.<Key<?>>of(THREADS, DEVICE, CHECKPOINT_EVERY_UPDATES, LOG_EVERY_UPDATES))
            .flatMap(List::stream)
            .toList();

    private TrainingSection() {}

    static TrainingConfig read(Section section) {
        var selection = SelectionKeys.selection(section);
        var averaging = SelectionKeys.averaging(section);
        if (averaging.average() == Average.CHECKPOINTS && selection.keepBest() < 2) {
            section.fault(SelectionKeys.KEEP_BEST.name(), "average checkpoints takes the mean of two or more");
        }
        return new TrainingConfig(
                section.get(SEED),
                section.get(EPOCHS),
                section.get(BATCH_TOKENS),
                section.get(LABEL_SMOOTHING),
                section.get(PRECISION),
                OptimizationKeys.optimization(section),
                OptimizationKeys.schedule(section),
                averaging,
                selection,
                SelectionKeys.stopping(section),
                OptimizationKeys.divergence(section),
                running(section));
    }

    private static TrainingConfig.Running running(Section section) {
        var device = section.get(DEVICE);
        if (!DeviceChoice.isValid(device)) {
            section.fault(DEVICE.name(), "expected auto, cpu, cuda or cuda:N");
        }
        return new TrainingConfig.Running(
                section.find(THREADS).orElse(Runtime.getRuntime().availableProcessors()),
                device,
                section.get(CHECKPOINT_EVERY_UPDATES),
                section.get(LOG_EVERY_UPDATES));
    }
}
