package io.lingoduct.engine;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The processor time that the segments of one message may take together. Time spent waiting does not count, so that no
 * load, however high, makes a message fail. Safe for many threads.
 */
final class WorkBudget {

    static final WorkBudget UNLIMITED = new WorkBudget(Duration.ZERO);

    private final Duration limit;
    private final AtomicLong spentNanos = new AtomicLong();
    private final CompletableFuture<Void> exhausted = new CompletableFuture<>();

    private WorkBudget(Duration limit) {
        this.limit = limit;
    }

    /** @param limit zero sets none */
    static WorkBudget of(Duration limit) {
        return limit.isZero() ? UNLIMITED : new WorkBudget(limit);
    }

    /**
     * The processor time of the calling thread in nanoseconds, to be compared on one thread only; where the virtual machine does
     * not measure it, the time that passes.
     */
    static LongSupplier threadClock() {
        var threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
                ? threads::getCurrentThreadCpuTime
                : System::nanoTime;
    }

    Duration limit() {
        return limit;
    }

    /** Runs what waits for the budget to be exhausted, on this thread, if that is so now. */
    void charge(long nanos) {
        if (!limit.isZero() && spentNanos.addAndGet(nanos) > limit.toNanos()) {
            exhausted.complete(null);
        }
    }

    boolean isExhausted() {
        return exhausted.isDone();
    }

    /** Runs an action once there is nothing left, at once if that is so now. It must be short. */
    void whenExhausted(Runnable action) {
        if (!limit.isZero()) {
            exhausted.thenRun(action);
        }
    }
}
