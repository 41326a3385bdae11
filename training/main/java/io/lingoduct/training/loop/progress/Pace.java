package io.lingoduct.training.loop.progress;

/**
 * Foresees when a run ends from how fast it has gone since it was started or resumed, validations included.
 *
 * @param seconds of the run's clock when it was started or resumed
 * @param updates done by then
 */
public record Pace(double seconds, long updates) {

    public static Pace from(Progress progress) {
        return new Pace(progress.position().seconds(), progress.position().updates());
    }

    /** Seconds until all planned updates are done; 0 where there are more than planned. */
    public double secondsLeft(Progress.Position now) {
        long left = Math.max(0, now.planned() - now.updates());
        return left * (now.seconds() - seconds) / Math.max(1, now.updates() - updates);
    }
}
