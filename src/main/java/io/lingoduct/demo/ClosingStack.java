package io.lingoduct.demo;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Stack of what has been started so far, closed in reverse order. May be closed from another thread while things are still being
 * started, as a shutdown hook does: what comes later is then closed at once.
 */
final class ClosingStack implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(5);

    private final Deque<Runnable> closings = new ArrayDeque<>();
    private boolean closed;

    /**
     * Takes over a resource and returns it.
     *
     * @throws CancellationException if the stack is closed; the resource is closed then
     */
    <T> T add(T resource, Consumer<? super T> close) {
        push(() -> close.accept(resource));
        return resource;
    }

    /**
     * Starts a resource in the background. Closing waits for it to have started, but not for ever: what starts while the
     * process is being shut down may hang.
     */
    <T> CompletableFuture<T> addAsync(Supplier<T> start, Consumer<? super T> close) {
        var starting = CompletableFuture.supplyAsync(start);
        push(() -> awaitOutcome(starting).ifPresent(close));
        return starting;
    }

    /** Empty if the start failed, of which whoever waits for the future learns, or takes too long. */
    private static <T> Optional<T> awaitOutcome(CompletableFuture<T> starting) {
        return starting.thenApply(Optional::of)
                .completeOnTimeout(Optional.empty(), START_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> Optional.empty())
                .join();
    }

    /** Whether closing has been called; waits while it is under way. */
    synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void push(Runnable closing) {
        if (closed) {
            closing.run();
            throw new CancellationException("closed while starting");
        }
        closings.push(closing);
    }

    /** Closes everything even if something fails on the way; later calls do nothing. */
    @Override
    public synchronized void close() {
        closed = true;
        RuntimeException failure = null;
        while (!closings.isEmpty()) {
            try {
                closings.pop().run();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
