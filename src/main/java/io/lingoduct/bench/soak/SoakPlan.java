package io.lingoduct.bench.soak;

import java.time.Duration;

/**
 * Length of a soak, which ends with whatever comes first, and the time between two looks at memory.
 *
 * @param time how long to go on
 * @param sentences how many at most
 * @param every time between two samples
 * @param settled sentences after which memory should be flat
 */
public record SoakPlan(Duration time, long sentences, Duration every, long settled) {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int LEAST_SAMPLES = 30;
    private static final long SETTLED = 20_000;
    private static final long SEED = 1;

    /** As long as that, with samples every five seconds or, in a short soak, more often. */
    public static SoakPlan of(Duration time, long sentences) {
        var often = time.dividedBy(LEAST_SAMPLES);
        return new SoakPlan(time, sentences, often.compareTo(EVERY) < 0 ? often : EVERY, SETTLED);
    }

    long seed() {
        return SEED;
    }
}
