package io.lingoduct.training.loop.progress;

import io.lingoduct.training.loop.optimizer.UpdateStep;
import io.lingoduct.training.loop.settings.TrainingConfig;
import io.lingoduct.training.loop.validation.DevHistory;

/**
 * Point that a run has come to; part of every checkpoint. With it and the weights a run goes on as if it had never stopped.
 *
 * @param epoch sums over the epoch so far
 * @param log sums since the last event of the log
 */
public record Progress(Position position, Totals epoch, Totals log, DevHistory dev, DivergenceGuard guard) {

    /**
     * @param epoch the epoch that is under way, counted from 1
     * @param batch batches of it that are done
     * @param updates optimiser steps taken in all
     * @param planned optimiser steps of the whole run, counted from the first epoch's batches
     * @param seconds time spent training, validation included
     */
    public record Position(int epoch, int batch, long updates, long planned, double seconds) {}

    public static Progress start(long planned) {
        return new Progress(
                new Position(1, 0, 0, planned, 0), Totals.NONE, Totals.NONE, DevHistory.START, DivergenceGuard.START);
    }

    public Progress after(UpdateStep.Result step, double seconds, double divergenceFactor) {
        var next = new Position(
                position.epoch, position.batch + 1, position.updates + 1, position.planned, position.seconds + seconds);
        return new Progress(
                next, epoch.plus(step, seconds), log.plus(step, seconds), dev, guard.after(step, divergenceFactor));
    }

    public Progress after(DevHistory validated, double seconds) {
        var later = new Position(
                position.epoch, position.batch, position.updates, position.planned, position.seconds + seconds);
        return new Progress(later, epoch, log, validated, guard);
    }

    public Progress logged() {
        return new Progress(position, epoch, Totals.NONE, dev, guard);
    }

    public Progress nextEpoch() {
        var next = new Position(position.epoch + 1, 0, position.updates, position.planned, position.seconds);
        return new Progress(next, Totals.NONE, log, dev, guard);
    }

    /** This progress, that of a checkpoint, for a run that has gone back to it; its time is spent all the same. */
    public Progress wentBackFrom(Progress diverged) {
        var same = new Position(
                position.epoch, position.batch, position.updates, position.planned, diverged.position.seconds);
        return new Progress(same, epoch, log, dev, guard.wentBackAfter(diverged.guard));
    }

    /** Rate of the next update. */
    public double nextRate(TrainingConfig.Schedule schedule) {
        return new LearningRate(schedule, position.planned).at(position.updates + 1)
                * dev.plateau().factor(schedule)
                * guard.rateFactor();
    }

    public int epochsDone() {
        return position.epoch - 1;
    }
}
