package io.lingoduct.bench.chaos.scene;

import io.lingoduct.bench.Watch;
import io.lingoduct.bench.chaos.ledger.Ledger;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lines that say what time it is in the run, and one of figures every ten seconds. */
final class FigureLine {

    private static final long INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final Watch watch;
    private long begin = System.nanoTime();
    private long last = begin;
    private boolean begun;

    FigureLine(Ledger ledger, Watch watch) {
        this.ledger = ledger;
        this.watch = watch;
    }

    /** Messages begin to flow. */
    void begin() {
        begin = System.nanoTime();
        last = begin;
        begun = true;
    }

    void sayIfDue() {
        long now = System.nanoTime();
        if (begun && now - last >= INTERVAL_NANOS) {
            last = now;
            say(figures(now));
        }
    }

    void say(String line) {
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        watch.say("%02d:%02d  %s", seconds / 60, seconds % 60, line);
    }

    private String figures(long now) {
        var counts = ledger.counts();
        var waiting = ledger.waitingSince(now).entrySet().stream()
                .filter(route -> route.getValue().compareTo(WORTH_A_WORD) > 0)
                .map(route -> String.format(
                        Locale.ROOT,
                        "%s %.0f s",
                        route.getKey(),
                        route.getValue().toMillis() / 1e3))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "  sent %,d, received %,d, to come %,d, doubled %d, out of order %d, dead letters %d%s",
                counts.sent(),
                counts.received(),
                counts.waiting(),
                counts.doubled(),
                counts.outOfOrder(),
                counts.letters(),
                waiting.isEmpty() ? "" : "; waiting: " + waiting);
    }
}
