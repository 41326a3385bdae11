package io.lingoduct.training.loop;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.batch.EpochPlan;
import io.lingoduct.training.batch.PairSource;
import io.lingoduct.training.loop.checkpoint.CheckpointMean;
import io.lingoduct.training.loop.checkpoint.CheckpointStore;
import io.lingoduct.training.loop.optimizer.GradientWorkers;
import io.lingoduct.training.loop.optimizer.TrainingState;
import io.lingoduct.training.loop.optimizer.UpdateStep;
import io.lingoduct.training.loop.progress.Progress;
import io.lingoduct.training.loop.settings.TrainingConfig;
import io.lingoduct.training.loop.validation.KeptWeights;
import io.lingoduct.training.loop.validation.Validation;
import io.lingoduct.training.network.Seq2Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Trains a network over a number of epochs. It is measured on the dev set from time to time, and the best weights are kept. A
 * run that is started again goes on from its last checkpoint: on as many threads it ends with the very weights it would have
 * had if it had never stopped.
 */
public final class Trainer {

    private final Seq2Seq network;
    private final TrainingConfig config;
    private final PairSource pairs;
    private final Path runFolder;
    private final CheckpointStore store;
    private final RunReporter reporter;

    /** @param network on the device to train on */
    public Trainer(
            Seq2Seq network,
            TrainingConfig config,
            PairSource pairs,
            Path runFolder,
            ProgressDisplay display,
            TrainingListener listener) {
        this(network, config, pairs, runFolder, new CheckpointStore(runFolder), display, listener);
    }

    Trainer(
            Seq2Seq network,
            TrainingConfig config,
            PairSource pairs,
            Path runFolder,
            CheckpointStore store,
            ProgressDisplay display,
            TrainingListener listener) {
        this.network = network;
        this.config = config;
        this.pairs = pairs;
        this.runFolder = runFolder;
        this.store = store;
        this.reporter = new RunReporter(config, display, listener);
    }

    /** Measures a network on the dev set. */
    @FunctionalInterface
    public interface Measurement {
        Validation.Scores of(Seq2Seq network);
    }

    /**
     * Outcome of a run.
     *
     * @param finished false if it was told to stop; then the network's weights are not the best ones
     * @param epochs completed
     * @param seconds time spent training, validations included
     * @param bestEpoch epoch of the best weights, which the network holds
     * @param meanOf number of checkpoints that the weights are the mean of
     */
    public record Outcome(
            boolean finished,
            int epochs,
            long updates,
            double seconds,
            int bestEpoch,
            double bestBleu,
            double bestPerplexity,
            int meanOf) {

        static Outcome of(Progress progress, KeptWeights best, int meanOf) {
            var at = progress.position();
            return new Outcome(
                    true,
                    progress.epochsDone(),
                    at.updates(),
                    at.seconds(),
                    best.epoch(),
                    best.bleu(),
                    best.perplexity(),
                    meanOf);
        }

        static Outcome stopped(Progress progress) {
            var at = progress.position();
            return new Outcome(false, progress.epochsDone(), at.updates(), at.seconds(), 0, 0, 0, 0);
        }
    }

    /** Trains to the end. */
    public Outcome train(Measurement measurement) throws IOException {
        return train(measurement, () -> false);
    }

    /**
     * Trains from the run folder's last checkpoint, or from the start where there is none.
     *
     * @param stop asked after each update; at the first yes a checkpoint is written and training stops
     * @throws IllegalStateException if training diverges again and again
     * @throws IOException if a checkpoint cannot be written; the ones before it stay as they are
     */
    public Outcome train(Measurement measurement, BooleanSupplier stop) throws IOException {
        Files.createDirectories(runFolder);
        int threads = network.device().is_cuda() ? 1 : config.running().threads();
        try (var workers = new GradientWorkers(network, threads, config.precision(), config.labelSmoothing());
                var state = new TrainingState(network, workers, config.optimization(), config.averaging())) {
            network.train(true);
            var step = new UpdateStep(workers, state, config.optimization().clipNorm());
            var loop = new TrainingLoop(config, this::plan, store, reporter, state, step, measurement);
            var progress = loop.run(stop);
            return loop.isOver(progress) ? chooseWeights(progress, workers, measurement) : Outcome.stopped(progress);
        }
    }

    private List<List<EncodedPair>> plan(int epoch) {
        return EpochPlan.of(pairs.ofEpoch(epoch), config.batchTokens(), config.seed(), epoch);
    }

    private Outcome chooseWeights(Progress progress, GradientWorkers workers, Measurement measurement)
            throws IOException {
        var kept = progress.dev().best();
        var best = kept.get(0);
        if (config.averaging().average() == TrainingConfig.Average.CHECKPOINTS && kept.size() > 1) {
            CheckpointMean.of(kept, store, workers.values());
            var scores = measurement.of(network);
            var metric = config.selection().bestBy();
            boolean better = scores.quality(metric) > best.quality(metric);
            reporter.note(
                    progress,
                    "The mean of the best %d checkpoints: dev perplexity %.2f, dev BLEU %.2f%s"
                            .formatted(
                                    kept.size(),
                                    scores.perplexity(),
                                    scores.bleu(),
                                    better ? "" : "; the best one alone is as good and is taken"));
            if (better) {
                var mean = new KeptWeights(best.update(), best.epoch(), scores.perplexity(), scores.bleu());
                return Outcome.of(progress, mean, kept.size());
            }
        }
        store.readBest(best, workers.values());
        return Outcome.of(progress, best, 1);
    }
}
