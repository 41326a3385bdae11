package io.lingoduct.engine;

import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/** The processor time of the calling thread; where the virtual machine does not measure it, the time that passes. */
final class WorkClock {

    private WorkClock() {}

    /** A clock whose readings, in nanoseconds, are to be compared on one thread only. */
    static LongSupplier ofThread() {
        var threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
                ? threads::getCurrentThreadCpuTime
                : System::nanoTime;
    }
}
