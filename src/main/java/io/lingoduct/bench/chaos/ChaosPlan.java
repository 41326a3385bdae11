package io.lingoduct.bench.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What to do.
 *
 * @param model folder of the bundle; the instances serve a copy of it
 * @param texts of the messages, which take them in turn; at least one
 * @param length how long events go on at most
 * @param rounds how often each of them happens at most
 * @param seed of the order of events and of whom they hit
 * @param rate messages a second, all routes together
 * @param events that may happen; at least one
 * @param instance its {@code main} serves with the arguments {@code --config FILE}, and ends when standard input does
 */
public record ChaosPlan(
        Path model,
        List<String> texts,
        Duration length,
        int rounds,
        long seed,
        double rate,
        List<ChaosEvent> events,
        Timing timing,
        Class<?> instance) {

    /** How late a route may be that no event has hit. */
    static final Duration LATE = Duration.ofSeconds(60);

    public ChaosPlan {
        texts = List.copyOf(texts);
        events = List.copyOf(events);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("there is no text to translate");
        }
        if (events.isEmpty()) {
            throw new IllegalArgumentException("there is no event");
        }
    }
}
