package io.lingoduct.bench.chaos;

import io.lingoduct.bench.chaos.event.ChaosEvent;
import io.lingoduct.bench.chaos.scene.SceneSettings;
import java.time.Duration;
import java.util.List;

/**
 * A run to make: the scene, and the events that happen in it.
 *
 * @param events that may happen; at least one
 * @param rounds how often each of them happens at most
 * @param length how long events go on at most
 * @param seed of the order of events and of whom they hit
 */
public record ChaosPlan(SceneSettings scene, List<ChaosEvent> events, int rounds, Duration length, long seed) {

    /** Longest delay of a route that no event has hit. */
    static final Duration LATE = Duration.ofSeconds(60);

    public ChaosPlan {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("there is no event");
        }
    }
}
