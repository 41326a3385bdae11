package io.lingoduct.streams.route;

import io.lingoduct.engine.BrokenModelException;
import io.lingoduct.registry.RegistryUnavailableException;
import io.lingoduct.streams.fault.DeadLetterRefusedException;
import io.lingoduct.streams.output.Refusals;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what becomes of a route's stream when one of its threads dies: what time may heal, and a record that its broker has
 * refused, gets a new thread, which reads the uncommitted messages again; anything else ends this stream, and so does what
 * does not heal. The route then starts another one, after a while.
 */
final class StreamFaults implements StreamsUncaughtExceptionHandler {

    static final int MAX_REPLACEMENTS = 10;
    static final long WITHIN_NANOS = TimeUnit.MINUTES.toNanos(5);

    private static final Logger LOG = LoggerFactory.getLogger(StreamFaults.class);

    private final Refusals refusals;
    private final BooleanSupplier aborted;
    private final LongSupplier nanoTime;
    private final Deque<Long> replacements = new ArrayDeque<>();
    private final AtomicReference<Throwable> fatal = new AtomicReference<>();

    /** @param aborted true once the stream's producers have been taken away, which ends its threads and says nothing */
    StreamFaults(Refusals refusals, BooleanSupplier aborted, LongSupplier nanoTime) {
        this.refusals = refusals;
        this.aborted = aborted;
        this.nanoTime = nanoTime;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable fault) {
        if (aborted.getAsBoolean()) {
            fatal.compareAndSet(null, rootOf(fault));
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        boolean refused = refusals.takeFresh();
        if (refusals.givenUp() == null && (isOfRegistry(fault) || (refused || isTransient(fault)) && mayReplace())) {
            LOG.warn("a stream thread failed and is replaced: {}", rootOf(fault).toString());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        fatal.compareAndSet(null, refusals.givenUp() == null ? mainOf(fault) : refusals.givenUp());
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** What ended the stream, or null. */
    Throwable fatal() {
        return fatal.get();
    }

    /** Whether no other stream of the route would do better: only a restart of the service helps, if anything does. */
    static boolean isFinal(Throwable cause) {
        return cause instanceof DeadLetterRefusedException || cause instanceof BrokenModelException;
    }

    private synchronized boolean mayReplace() {
        long now = nanoTime.getAsLong();
        while (!replacements.isEmpty() && now - replacements.peek() > WITHIN_NANOS) {
            replacements.poll();
        }
        replacements.add(now);
        return replacements.size() <= MAX_REPLACEMENTS;
    }

    /** However long a registry is away: its client has waited between its attempts, and nothing is lost meanwhile. */
    private static boolean isOfRegistry(Throwable fault) {
        return fault instanceof RegistryUnavailableException
                || fault.getCause() != null && isOfRegistry(fault.getCause());
    }

    private static boolean isTransient(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException
                    || cause instanceof ProducerFencedException
                    || cause instanceof TaskMigratedException
                    || cause instanceof TaskCorruptedException) {
                return true;
            }
        }
        // What clients throw for answers they did not expect, often while brokers come and go.
        return rootOf(fault).getClass() == KafkaException.class;
    }

    /** What says most about a fault: what is final in it, whatever has caused that, and otherwise its root. */
    private static Throwable mainOf(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (isFinal(cause)) {
                return cause;
            }
        }
        return rootOf(fault);
    }

    private static Throwable rootOf(Throwable fault) {
        return fault.getCause() == null ? fault : rootOf(fault.getCause());
    }
}
