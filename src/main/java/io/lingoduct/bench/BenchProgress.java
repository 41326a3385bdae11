package io.lingoduct.bench;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/** Display of what is being measured: a line that rewrites itself on a terminal, a new line every few seconds elsewhere. */
public final class BenchProgress {

    private static final long TERMINAL_INTERVAL = 200_000_000L;
    private static final long LOG_INTERVAL = 10_000_000_000L;
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private long lastShown;

    public BenchProgress(PrintStream out, boolean terminal, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.lastShown = nanoTime.getAsLong();
    }

    public void say(String line) {
        long now = nanoTime.getAsLong();
        if (now - lastShown < (terminal ? TERMINAL_INTERVAL : LOG_INTERVAL)) {
            return;
        }
        lastShown = now;
        if (terminal) {
            out.print(CLEAR_LINE + line);
            out.flush();
        } else {
            out.println(line);
        }
    }

    /** Takes the line away. */
    public void finish() {
        if (terminal) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }
}
