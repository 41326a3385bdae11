package io.lingoduct.streams.prefetch;

import io.lingoduct.streams.fault.MessageFault;
import io.lingoduct.streams.message.Incoming;
import io.lingoduct.streams.message.ReadyMessage;
import io.lingoduct.streams.message.Route;
import io.lingoduct.streams.status.Origin;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Translation of one polled record: waiting, submitted, or gone from the buffer, in this order. Each step is taken by one
 * thread and no thread waits for another: a submission may block while the engine's queue is full, and whoever takes or
 * discards the record meanwhile gets a promise, which is kept or cancelled once the submission has come through.
 */
final class Prefetched {

    /** A text of thousands of sentences, which may fill the engine's queue by itself. */
    static final int LONG_BYTES = 1 << 16;

    private enum State {
        WAITING,
        SUBMITTED,
        GONE
    }

    private final Route route;
    private final Origin origin;
    private final Incoming message;
    private final long since;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final CompletableFuture<List<ReadyMessage>> promise = new CompletableFuture<>();

    /** @param since when the record was polled, in nanoseconds */
    Prefetched(Route route, Origin origin, Incoming message, long since) {
        this.route = route;
        this.origin = origin;
        this.message = message;
        this.since = since;
    }

    Route route() {
        return route;
    }

    long offset() {
        return origin.offset();
    }

    long since() {
        return since;
    }

    boolean isFor(Incoming other) {
        return message.isSameAs(other);
    }

    /** Bytes of the record's value. */
    int bytes() {
        return message.value().length;
    }

    /** Whether the record could not even be read, because the schema registry is away or denies access. */
    boolean isWithoutRegistry() {
        return promise.isCompletedExceptionally()
                && promise.handle((done, failure) -> MessageFault.of(failure)).join()
                        instanceof MessageFault.OfRegistry;
    }

    /**
     * Starts the translation unless somebody has, or the record is gone. Blocks while the engine has no room, so never to be
     * called under a lock.
     *
     * @param window counts the record's bytes from here on
     * @param slow where its translation may be under way already
     */
    void submit(PrefetchWindow window, SlowTranslations slow) {
        if (!state.compareAndSet(State.WAITING, State.SUBMITTED)) {
            return;
        }
        window.entered(this);
        try {
            follow(slow.find(route, origin, message).orElseGet(() -> route.translate(message)));
        } catch (RuntimeException | Error e) {
            // Where memory is short anything may fail; whoever gets the promise must not wait for ever.
            promise.completeExceptionally(e);
        }
    }

    private void follow(CompletableFuture<List<ReadyMessage>> translation) {
        translation.whenComplete((done, failure) -> {
            if (failure == null) {
                promise.complete(done);
            } else {
                promise.completeExceptionally(failure);
            }
        });
        promise.whenComplete((done, failure) -> {
            if (promise.isCancelled()) {
                translation.cancel(false);
            }
        });
    }

    /** Hands the translation over to whoever has taken the record out of the buffer. */
    CompletableFuture<List<ReadyMessage>> take(PrefetchWindow window, SlowTranslations slow) {
        submit(window, slow);
        state.set(State.GONE);
        window.left(this);
        return promise;
    }

    /** Gives the translation up; that of a long text is left under way, for it to be found when the record is read again. */
    void discard(PrefetchWindow window, SlowTranslations slow) {
        boolean submitted = state.getAndSet(State.GONE) == State.SUBMITTED;
        if (submitted && bytes() >= LONG_BYTES) {
            slow.keep(route, origin, message, promise);
            // Until then it has the engine work: nothing else may take its place in the window.
            promise.whenComplete((done, failure) -> window.left(this));
            return;
        }
        if (submitted) {
            window.left(this);
        }
        promise.cancel(false);
    }
}
