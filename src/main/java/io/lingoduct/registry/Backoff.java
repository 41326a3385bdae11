package io.lingoduct.registry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between attempts: each twice as long as the one before, up to a limit, and of that a random share between a half and
 * all, so that instances that lost the registry together do not come back together.
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    /** Sleeps; handed in so that tests need not. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration pause) throws InterruptedException;
    }

    private final Sleeper sleeper;
    private final RandomGenerator random;

    /** @param random must be safe to use from many threads */
    Backoff(Sleeper sleeper, RandomGenerator random) {
        this.sleeper = sleeper;
        this.random = random;
    }

    /** @param failures attempts that failed so far, at least 1 */
    void pause(int failures) throws InterruptedException {
        int doublings = Math.min(failures - 1, 30);
        long limit = Math.min(FIRST.toMillis() << doublings, LONGEST.toMillis());
        sleeper.sleep(Duration.ofMillis(Math.round(limit * (0.5 + 0.5 * random.nextDouble()))));
    }
}
