package io.lingoduct.streams.route;

import io.lingoduct.streams.fault.MessageFault;
import io.lingoduct.streams.fault.RouteHeldException;
import io.lingoduct.streams.status.RouteStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * Keeps a route going, apart from all others: opens a stream, looks after it, and when it ends or something that it needs is
 * gone holds the route for a while and opens another. One thread does that for as long as the service runs:
 *
 * <pre>
 *            topics, access, members as they should be
 *   HELD ────────────────────────────────────────────▶ RUNNING ◀──────▶ PAUSED   (on request)
 *     ▲ ◀──────────────────────────────────────────────  │
 *        a topic is gone, the stream has ended, another    └──────────▶ FAILED    (ends the service)
 *        configuration; tried again with back-off            nothing but a restart helps
 * </pre>
 */
public final class RouteRunner implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(3);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final RouteSetup setup;
    private final RouteMembers members;
    private final CompletableFuture<Void> firstRun = new CompletableFuture<>();
    private final CompletableFuture<Throwable> failed = new CompletableFuture<>();
    private final CompletableFuture<Throwable> closing = new CompletableFuture<>();
    private final RouteStanding standing;
    private final Thread thread;

    private RouteStream stream;

    public RouteRunner(RouteSetup setup) {
        this.setup = setup;
        this.members = setup.members();
        this.standing = new RouteStanding(name(), setup.progress(), LONGEST_PAUSE, Clock.systemUTC());
        this.thread = new Thread(this::run, "lingoduct-route-" + name());
        thread.setDaemon(true);
    }

    public String name() {
        return setup.route().name();
    }

    /**
     * Looks whether the route can be run, and creates its topics if that is allowed.
     *
     * @throws io.lingoduct.streams.fault.StreamStartException if no broker answers, access is denied or a topic does not exist
     * @throws RouteHeldException if other instances have another configuration
     */
    public void prepare() {
        setup.prepare();
        members.requireSameConfiguration(false);
    }

    /** Runs the route from now on. */
    public void start() {
        thread.start();
    }

    /** Completes when the route runs for the first time, or fails with what it is held for instead. */
    public CompletableFuture<Void> firstRun() {
        return firstRun;
    }

    /** Completes with the cause when nothing but a restart of the service helps. */
    public CompletableFuture<Throwable> failed() {
        return failed;
    }

    public synchronized void pause() {
        standing.paused(true);
        if (stream != null) {
            stream.pause();
        }
    }

    public synchronized void resume() {
        standing.paused(false);
        if (stream != null) {
            stream.resume();
        }
    }

    public synchronized RouteStatus status() {
        return standing.status(stream == null ? -1 : stream.lag());
    }

    /** Ends the route within ten seconds; see {@link RouteStream#close()}. */
    @Override
    public void close() {
        closing.complete(null);
        try {
            thread.join(STOP_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var pause = FIRST_PAUSE;
        while (!closing.isDone()) {
            long begin = System.nanoTime();
            try {
                prepare();
                var end = runStream();
                if (end == null) {
                    return;
                }
                if (MessageFault.of(end).isFinal()) {
                    standing.fail();
                    failed.complete(end);
                    firstRun.completeExceptionally(end);
                    return;
                }
                hold(end);
            } catch (RuntimeException | Error e) {
                hold(e);
            }
            pause = System.nanoTime() - begin > SETTLED_AFTER.toNanos() ? FIRST_PAUSE : pause;
            await(closing, pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    /** Runs one stream to its end. Returns the cause that has ended it; null where the route is to be closed. */
    private Throwable runStream() {
        try (var opened = setup.open()) {
            open(opened);
            opened.start(closing);
            if (closing.isDone()) {
                return null;
            }
            standing.goOn();
            firstRun.complete(null);
            while (true) {
                var end = await(CompletableFuture.anyOf(opened.ended(), closing), LOOK_EVERY);
                if (closing.isDone()) {
                    return null;
                }
                if (end.isPresent()) {
                    return end.get();
                }
                if (opened.fatal() != null) {
                    return opened.fatal();
                }
                look(opened);
            }
        } finally {
            closed();
        }
    }

    /** Clients wait without a word for what is gone, so somebody has to look. */
    private void look(RouteStream opened) {
        try {
            var gone = setup.topics().missing(setup.route());
            if (!gone.isEmpty()) {
                opened.abort();
                var topic = gone.iterator().next();
                throw new RouteHeldException(topic, "gone: the topic " + String.join(", ", gone));
            }
            members.requireSameConfiguration(true);
            // While partitions are handed out nobody knows whether messages wait.
            setup.progress().waiting(opened.lag() > 0 || setup.progress().inFlight() > 0 || !opened.isSettled());
        } catch (AuthorizationException e) {
            opened.abort();
            throw new RouteHeldException(null, "access is denied: " + e.getMessage());
        } catch (KafkaException e) {
            // The clients find their way back by themselves; until then nothing is known to move.
            setup.progress().failed((String) null, "the brokers do not answer: " + e.getMessage());
            setup.progress().waiting(true);
        }
    }

    private synchronized void open(RouteStream opened) {
        stream = opened;
        if (standing.isPaused()) {
            opened.pause();
        }
    }

    private synchronized void closed() {
        stream = null;
        setup.progress().allEnded();
    }

    private void hold(Throwable cause) {
        if (!closing.isDone()) {
            standing.hold(cause, setup.explain(cause));
            firstRun.completeExceptionally(cause);
        }
    }

    private static Optional<Throwable> await(CompletableFuture<?> future, Duration limit) {
        try {
            return Optional.ofNullable((Throwable) future.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the thread of a route", e);
        }
    }
}
