package io.lingoduct.training.loop;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how a run goes: a line that rewrites itself on a terminal, a new line every half minute elsewhere.
 */
public final class ProgressDisplay {

    private static final long TERMINAL_INTERVAL = 500_000_000L;
    private static final long LOG_INTERVAL = 30_000_000_000L;
    private static final int BAR = 20;

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private long lastShown;
    private int lineLength;

    public ProgressDisplay(PrintStream out, boolean terminal, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.lastShown = nanoTime.getAsLong();
    }

    /** A line that stays. */
    public void say(String line) {
        clearLine();
        out.println(line);
    }

    /**
     * Shows the state now if it is time to.
     *
     * @param loss per target token since the epoch began
     * @param tokensPerSecond target tokens
     * @param secondsLeft until the end of the run
     */
    void update(
            int epoch, int epochs, double share, double loss, double rate, double tokensPerSecond, double secondsLeft) {
        long now = nanoTime.getAsLong();
        if (now - lastShown < (terminal ? TERMINAL_INTERVAL : LOG_INTERVAL)) {
            return;
        }
        lastShown = now;
        int filled = (int) Math.round(share * BAR);
        var line = String.format(
                Locale.ROOT,
                "epoch %d/%d [%s%s] %3.0f%%  loss %.3f  rate %.2e  %,.0f tokens/s  %s left",
                epoch,
                epochs,
                "#".repeat(filled),
                "-".repeat(BAR - filled),
                share * 100,
                loss,
                rate,
                tokensPerSecond,
                duration(secondsLeft));
        if (terminal) {
            clearLine();
            out.print(line);
            out.flush();
            lineLength = line.length();
        } else {
            out.println(line);
        }
    }

    /** Such as {@code 2:05:09} or {@code 5:09}. */
    static String duration(double seconds) {
        long s = Math.round(seconds);
        return s >= 3600
                ? "%d:%02d:%02d".formatted(s / 3600, s / 60 % 60, s % 60)
                : "%d:%02d".formatted(s / 60, s % 60);
    }

    private void clearLine() {
        if (lineLength > 0) {
            out.print("\r" + " ".repeat(lineLength) + "\r");
            lineLength = 0;
        }
    }
}
