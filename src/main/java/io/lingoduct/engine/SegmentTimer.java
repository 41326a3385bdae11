package io.lingoduct.engine;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A daemon thread that looks for segments whose time is up. The time-out is the same for all segments, so whatever arrives
 * while it sleeps is due after it wakes, and nobody needs to wake it.
 */
final class SegmentTimer implements AutoCloseable {

    /** Under a heavy overload a segment is due at every moment; a later failure of some costs less than a busy thread. */
    private static final long SHORTEST_SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final LongSupplier sweep;
    private final Thread thread;

    /** @param sweep fails what is due and returns the nanoseconds until it wants to be called again */
    SegmentTimer(LongSupplier sweep) {
        this.sweep = sweep;
        this.thread = new Thread(this::run, "lingoduct-engine-timer");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Ends the thread; harmless if it was never started. */
    @Override
    public void close() {
        thread.interrupt();
    }

    /** Whether the thread has ended. */
    boolean isOver() {
        return thread.getState() == Thread.State.TERMINATED;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                TimeUnit.NANOSECONDS.sleep(Math.max(SHORTEST_SLEEP_NANOS, sweep.getAsLong()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }
}
