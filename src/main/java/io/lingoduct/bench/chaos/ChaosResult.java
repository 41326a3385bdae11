package io.lingoduct.bench.chaos;

import io.lingoduct.bench.chaos.event.ChaosEvent;
import io.lingoduct.bench.chaos.ledger.RouteTally;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Outcome of a run.
 *
 * @param seed of the run
 * @param length of the run, without the start
 * @param played how often each event has happened
 * @param routes the account of each route
 * @param reasons dead letters by the simple name of their exception
 * @param faults what does not hold, a sentence each; empty if all does
 * @param logs where the logs of the processes lie; null if they were removed, which they are if all holds
 */
public record ChaosResult(
        long seed,
        Duration length,
        Map<ChaosEvent, Integer> played,
        List<RouteTally> routes,
        Map<String, Integer> reasons,
        List<String> faults,
        Path logs) {

    /** Whether all that must hold does. */
    public boolean holds() {
        return faults.isEmpty();
    }
}
