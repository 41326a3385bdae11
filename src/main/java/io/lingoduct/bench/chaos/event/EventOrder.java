package io.lingoduct.bench.chaos.event;

import io.lingoduct.bench.chaos.scene.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The order of events: rounds of all of them, each round shuffled anew. One for which the time does not suffice any more is left
 * out.
 */
public final class EventOrder {

    private final List<ChaosEvent> events;
    private final Timing timing;
    private final Random random;
    private final List<ChaosEvent> round = new ArrayList<>();
    private int roundsLeft;

    /** @param rounds how many there are at most */
    public EventOrder(List<ChaosEvent> events, int rounds, Timing timing, Random random) {
        this.roundsLeft = rounds;
        this.events = events;
        this.timing = timing;
        this.random = random;
    }

    /** The next event; empty if no round is left, or nothing fits into the time that is left. */
    public Optional<ChaosEvent> next(Duration left) {
        var next = take(left);
        if (next.isEmpty() && roundsLeft > 0) {
            roundsLeft--;
            var another = new ArrayList<>(events);
            Collections.shuffle(another, random);
            round.addAll(another);
            next = take(left);
        }
        return next;
    }

    private Optional<ChaosEvent> take(Duration left) {
        var next = round.stream()
                .filter(event -> event.length(timing).compareTo(left) <= 0)
                .findFirst();
        next.ifPresent(round::remove);
        return next;
    }
}
