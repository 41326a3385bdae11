package io.lingoduct.bench.pipeline;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Times at which the messages of an open load are due: at even distances, whatever becomes of the messages before them.
 * Latency counts from here, so that a service that falls behind cannot hide it by slowing its senders down.
 *
 * @param perSecond messages a second
 * @param messages how many there are
 */
record LoadSchedule(double perSecond, int messages) {

    private static final int LEAST = 20;

    LoadSchedule {
        if (!(perSecond > 0) || messages < 1) {
            throw new IllegalArgumentException(messages + " messages at " + perSecond + " a second are no load");
        }
    }

    /** A share of what a service can do, for so long, at least {@value #LEAST} messages. */
    static LoadSchedule share(double share, double throughput, Duration duration) {
        double perSecond = share * throughput;
        return new LoadSchedule(perSecond, Math.max(LEAST, (int) Math.round(perSecond * duration.toNanos() / 1e9)));
    }

    /** Nanoseconds after the start at which a message is due. */
    long dueNanos(int message) {
        return Math.round(message / perSecond * TimeUnit.SECONDS.toNanos(1));
    }
}
