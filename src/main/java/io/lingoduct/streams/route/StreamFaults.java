package io.lingoduct.streams.route;

import io.lingoduct.streams.fault.MessageFault;
import io.lingoduct.streams.output.Refusals;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
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

    /** Cause that ended the stream; null while it runs. */
    Throwable fatal() {
        return fatal.get();
    }

    private synchronized boolean mayReplace() {
        long now = nanoTime.getAsLong();
        while (!replacements.isEmpty() && now - replacements.peek() > WITHIN_NANOS) {
            replacements.poll();
        }
        replacements.add(now);
        return replacements.size() <= MAX_REPLACEMENTS;
    }

    /** However long a registry is away, its client has waited between its attempts, and nothing is lost meanwhile. */
    private static boolean isOfRegistry(Throwable fault) {
        return causes(fault)
                .map(MessageFault::of)
                .anyMatch(blame -> blame instanceof MessageFault.OfRegistry && blame.passes());
    }

    private static boolean isTransient(Throwable fault) {
        // Clients throw it bare for answers they did not expect, often while brokers come and go.
        boolean bare = rootOf(fault).getClass() == KafkaException.class;
        return bare || causes(fault).map(MessageFault::of).anyMatch(MessageFault::passes);
    }

    /** The link of the chain that says most: what is final in it, whatever has caused that, and otherwise its root. */
    private static Throwable mainOf(Throwable fault) {
        return causes(fault)
                .filter(cause -> MessageFault.of(cause).isFinal())
                .findFirst()
                .orElseGet(() -> rootOf(fault));
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause);
    }

    private static Throwable rootOf(Throwable fault) {
        return fault.getCause() == null ? fault : rootOf(fault.getCause());
    }
}
