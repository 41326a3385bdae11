package io.lingoduct.training.loop;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.batch.Seeds;
import io.lingoduct.training.loop.checkpoint.CheckpointStore;
import io.lingoduct.training.loop.optimizer.TrainingState;
import io.lingoduct.training.loop.optimizer.UpdateStep;
import io.lingoduct.training.loop.progress.DivergenceGuard;
import io.lingoduct.training.loop.progress.Progress;
import io.lingoduct.training.loop.settings.TrainingConfig;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** Update after update, from where a run stands to its end: validations, checkpoints, and the way back after a divergence. */
final class TrainingLoop {

    private final TrainingConfig config;
    private final IntFunction<List<List<EncodedPair>>> plan;
    private final CheckpointStore store;
    private final RunReporter reporter;
    private final TrainingState state;
    private final UpdateStep step;
    private final Trainer.Measurement measurement;
    private List<List<EncodedPair>> batches = List.of();
    private int plannedEpoch;

    /** @param plan the batches of an epoch */
    TrainingLoop(
            TrainingConfig config,
            IntFunction<List<List<EncodedPair>>> plan,
            CheckpointStore store,
            RunReporter reporter,
            TrainingState state,
            UpdateStep step,
            Trainer.Measurement measurement) {
        this.config = config;
        this.plan = plan;
        this.store = store;
        this.reporter = reporter;
        this.state = state;
        this.step = step;
        this.measurement = measurement;
    }

    /** Trains until the run is over or is told to stop. */
    Progress run(BooleanSupplier stop) throws IOException {
        var progress = begin();
        while (!isOver(progress)) {
            if (stop.getAsBoolean()) {
                store.write(progress, state);
                return progress;
            }
            progress = advance(progress);
        }
        return progress;
    }

    boolean isOver(Progress progress) {
        return progress.position().epoch() > config.epochs() || progress.dev().endsTheRun(config.stopping());
    }

    private Progress begin() throws IOException {
        var checkpoint = store.latest();
        if (checkpoint.isPresent()) {
            var progress = checkpoint.get().progress();
            checkpoint.get().load(state);
            reporter.resumed(progress);
            return progress;
        }
        var progress = Progress.start((long) batchesOf(1).size() * config.epochs());
        // A run that diverges at once must have something to go back to.
        store.write(progress, state);
        reporter.started(progress);
        return progress;
    }

    /** One update, and the validation and checkpoint that are due after it. */
    private Progress advance(Progress before) throws IOException {
        int epoch = before.position().epoch();
        long update = before.position().updates() + 1;
        double rate = before.nextRate(config.schedule());
        var batch = batchesOf(epoch).get(before.position().batch());
        long started = System.nanoTime();
        var result = step.take(batch, update, Seeds.ofUpdate(config.seed(), epoch, update), rate);
        if (!result.finite()) {
            return goBack(before, update, update, "loss or gradient is not finite");
        }
        var progress =
                before.after(result, secondsSince(started), config.divergence().factor());
        if (progress.guard().jumped()) {
            return goBack(progress, update, update - DivergenceGuard.WINDOW, "the loss has jumped");
        }
        return finish(reporter.updated(progress, rate, batches.size()));
    }

    private Progress finish(Progress updated) throws IOException {
        var at = updated.position();
        boolean epochEnds = at.batch() == batches.size();
        boolean validates = validates(at, epochEnds);
        var progress = validates ? validate(updated) : updated;
        if (epochEnds) {
            progress = progress.nextEpoch();
        }
        if (validates || at.updates() % config.running().checkpointEveryUpdates() == 0) {
            store.write(progress, state);
        }
        if (progress.dev().endsTheRun(config.stopping())) {
            reporter.note(
                    progress, "Early stop: no better for " + config.stopping().patience() + " validations");
        }
        return progress;
    }

    private boolean validates(Progress.Position at, boolean epochEnds) {
        int every = config.selection().validateEveryUpdates();
        boolean runEnds = epochEnds && at.epoch() == config.epochs();
        return runEnds || (every == 0 ? epochEnds : at.updates() % every == 0);
    }

    private Progress validate(Progress before) throws IOException {
        long started = System.nanoTime();
        var at = before.position();
        var scores = measurement.of(state.evaluated());
        var dev = before.dev().after(scores, at.updates(), at.epoch(), config);
        if (dev.best().stream().anyMatch(kept -> kept.update() == at.updates())) {
            store.writeBest(at.updates(), state.evaluatedValues());
        }
        var progress = before.after(dev, secondsSince(started));
        reporter.validated(progress, scores, state.evaluated());
        return progress;
    }

    /** @param latest the last update that can still be trusted */
    private Progress goBack(Progress diverged, long update, long latest, String reason) throws IOException {
        if (diverged.guard().rollbacks() >= config.divergence().maxRollbacks()) {
            throw new IllegalStateException(
                    "training diverges: at update " + update + " " + reason + ", after going back "
                            + diverged.guard().rollbacks()
                            + " times; lower training.learning-rate or raise training.warmup-updates");
        }
        var checkpoint = store.goBack(latest);
        var progress = checkpoint.progress().wentBackFrom(diverged);
        checkpoint.load(state);
        store.rewrite(checkpoint, progress);
        reporter.rolledBack(update, progress, reason);
        return progress;
    }

    private List<List<EncodedPair>> batchesOf(int epoch) {
        if (epoch != plannedEpoch) {
            batches = plan.apply(epoch);
            plannedEpoch = epoch;
        }
        return batches;
    }

    private static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }
}
