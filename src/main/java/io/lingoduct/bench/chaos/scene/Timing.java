package io.lingoduct.bench.chaos.scene;

import java.time.Duration;

/**
 * How long things take in a run.
 *
 * @param sessionTimeout after which the group forgets a member that says nothing
 * @param transactionTimeout after which the broker gives a transaction up
 * @param stop how long an instance is stopped
 * @param outage how long a topic or the registry is away
 * @param pause how long a route is paused
 * @param calm between two events
 * @param drain longest wait for the messages under way at the end
 */
public record Timing(
        Duration sessionTimeout,
        Duration transactionTimeout,
        Duration stop,
        Duration outage,
        Duration pause,
        Duration calm,
        Duration drain) {

    /** Time that a broker is away beyond the transactions' own. */
    public static final Duration CRASH_MARGIN = Duration.ofSeconds(10);

    /**
     * For a run of some minutes: a dead instance is replaced and its transaction is given up well within the minute that routes
     * may be late, which Kafka's own defaults (45 and 60 s) would not allow.
     */
    public static Timing usual() {
        return new Timing(
                Duration.ofSeconds(10),
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Duration.ofSeconds(15),
                Duration.ofSeconds(10),
                Duration.ofSeconds(3),
                Duration.ofSeconds(120));
    }
}
