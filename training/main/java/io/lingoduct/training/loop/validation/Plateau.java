package io.lingoduct.training.loop.validation;

import io.lingoduct.training.loop.settings.TrainingConfig;

/**
 * Lowers the rate whenever the dev set has shown no progress for a number of validations.
 *
 * @param decays times the rate has been lowered
 */
public record Plateau(Streak streak, int decays) {

    static final Plateau START = new Plateau(Streak.START, 0);

    Plateau after(Validation.Scores scores, TrainingConfig.Schedule schedule) {
        var next = streak.after(scores.quality(schedule.plateauMetric()));
        return next.sinceBest() >= schedule.plateauPatience()
                ? new Plateau(new Streak(next.best(), 0), decays + 1)
                : new Plateau(next, decays);
    }

    /** Factor of the schedule's rate. */
    public double factor(TrainingConfig.Schedule schedule) {
        return schedule.shape() == TrainingConfig.Shape.PLATEAU ? Math.pow(schedule.decayFactor(), decays) : 1;
    }
}
