package io.lingoduct.process;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Wall time, and the processor time of the whole process: on a machine that others use too the wall lies, while the
 * processor's time counts only what was done here.
 */
public final class Stopwatch {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long wallStart = System.nanoTime();
    private final long cpuStart = SYSTEM.getProcessCpuTime();

    /** Seconds since the start. */
    public record Reading(double wall, double cpu) {}

    public Reading read() {
        return new Reading((System.nanoTime() - wallStart) / 1e9, (SYSTEM.getProcessCpuTime() - cpuStart) / 1e9);
    }
}
