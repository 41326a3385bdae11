package io.lingoduct.translate;

import io.lingoduct.observe.StandardStreams;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Shows on a terminal how many lines are done and how fast; silent where nobody watches. */
public final class Progress {

    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final PrintStream err;
    private final boolean visible;
    private final LongSupplier nanoTime;
    private final long start;
    private long lastShown;
    private long lines;

    public Progress(StandardStreams streams, LongSupplier nanoTime) {
        this.err = streams.err();
        this.visible = streams.progress();
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.lastShown = start;
    }

    public void lineDone() {
        lines++;
        long now = nanoTime.getAsLong();
        if (visible && now - lastShown >= INTERVAL_NANOS) {
            lastShown = now;
            err.print("\r" + figures(now));
            err.flush();
        }
    }

    public void finish() {
        if (visible) {
            long now = nanoTime.getAsLong();
            err.printf(Locale.ROOT, "\r%s, %.1f s in all%n", figures(now), seconds(now));
        }
    }

    private String figures(long now) {
        return String.format(Locale.ROOT, "%,d lines, %,.0f lines/s", lines, lines / Math.max(1e-9, seconds(now)));
    }

    private double seconds(long now) {
        return (now - start) / 1e9;
    }
}
