package io.lingoduct.bench.chaos.scene;

import java.time.Duration;

/**
 * Durations of a run.
 *
 * @param calm between two events
 * @param drain longest wait for the messages under way at the end
 */
public record Timing(Timeouts timeouts, Absences absences, Duration calm, Duration drain) {

    /**
     * Timeouts of the service.
     *
     * @param session after which the group forgets a member that says nothing
     * @param transaction after which the broker gives a transaction up
     */
    public record Timeouts(Duration session, Duration transaction) {}

    /**
     * Lengths of what an event takes away.
     *
     * @param instance time that an instance is stopped
     * @param outage time that a topic or the registry is away
     * @param route time that a route is paused
     */
    public record Absences(Duration instance, Duration outage, Duration route) {}

    /** Time that a broker is away beyond the transactions' own. */
    private static final Duration CRASH_MARGIN = Duration.ofSeconds(10);

    /**
     * For a run of some minutes: a dead instance is replaced and its transaction is given up well within the minute that routes
     * may be late, which Kafka's own defaults (45 and 60 s) would not allow.
     */
    public static Timing usual() {
        return new Timing(
                new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(15)),
                new Absences(Duration.ofSeconds(60), Duration.ofSeconds(15), Duration.ofSeconds(10)),
                Duration.ofSeconds(3),
                Duration.ofSeconds(120));
    }

    /** Time that a broker is away after a crash: longer than transactions last. */
    public Duration crash() {
        return timeouts.transaction().plus(CRASH_MARGIN);
    }
}
