package io.lingoduct.bench.peak;

import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/**
 * Timer of work that is done several times in a row, by the processor time of the thread that does it, so that what else runs on
 * the machine does not lower the rate.
 */
public final class BurstTimer {

    /** Work that may fail. */
    public interface Work<E extends Exception> {

        void run() throws E;
    }

    private final LongSupplier cpuNanos;

    /** @param cpuNanos processor time of the calling thread */
    BurstTimer(LongSupplier cpuNanos) {
        this.cpuNanos = cpuNanos;
    }

    public static BurstTimer ofCallingThread() {
        return new BurstTimer(ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
    }

    /**
     * Does work on the calling thread.
     *
     * @param operations of the work done once
     * @return its rate in 10⁹ operations a second
     */
    public <E extends Exception> double rate(int times, double operations, Work<E> work) throws E {
        long start = cpuNanos.getAsLong();
        for (int i = 0; i < times; i++) {
            work.run();
        }
        return times * operations / Math.max(1, cpuNanos.getAsLong() - start);
    }
}
