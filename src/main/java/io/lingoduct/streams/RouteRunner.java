package io.lingoduct.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
final class RouteRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RouteRunner.class);
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
    private final Thread thread;

    private RouteStream stream;
    private boolean paused;
    private String heldFor = "starting";
    private Instant heldSince = Instant.now();

    RouteRunner(RouteSetup setup) {
        this.setup = setup;
        this.members = setup.members();
        this.thread = new Thread(this::run, "lingoduct-route-" + name());
        thread.setDaemon(true);
    }

    String name() {
        return setup.route().name();
    }

    /**
     * Looks whether the route can be run, and creates its topics if that is allowed.
     *
     * @throws StreamStartException if no broker answers, access is denied or a topic does not exist
     * @throws RouteHeldException if other instances have another configuration
     */
    void prepare() {
        setup.prepare();
        members.requireSameConfiguration(false);
    }

    /** Runs the route from now on. */
    void start() {
        thread.start();
    }

    /** Completes when the route runs for the first time, or fails with what it is held for instead. */
    CompletableFuture<Void> firstRun() {
        return firstRun;
    }

    /** Completes with the cause when nothing but a restart of the service helps. */
    CompletableFuture<Throwable> failed() {
        return failed;
    }

    synchronized void pause() {
        paused = true;
        if (stream != null) {
            stream.pause();
        }
        LOG.info("route {} is paused", name());
    }

    synchronized void resume() {
        paused = false;
        setup.progress().resumed();
        if (stream != null) {
            stream.resume();
        }
        LOG.info("route {} is resumed", name());
    }

    synchronized RouteStatus status() {
        var state = state();
        long lag = stream == null ? -1 : stream.lag();
        var progress = setup.progress();
        var standing =
                switch (state) {
                    case PAUSED -> Duration.ZERO;
                    case RUNNING -> progress.withoutProgress();
                    case HELD, FAILED -> Duration.between(heldSince, Instant.now());
                };
        return new RouteStatus(
                name(),
                state,
                progress.lastCommit(),
                lag < 0 ? OptionalLong.empty() : OptionalLong.of(lag + progress.inFlight()),
                progress.lastFailure(),
                progress.inFlight(),
                standing);
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
                if (StreamFaults.isFinal(end)) {
                    fail(end);
                    return;
                }
                hold(end, setup.explain(end));
            } catch (RuntimeException | Error e) {
                hold(e, setup.explain(e));
            }
            pause = System.nanoTime() - begin > SETTLED_AFTER.toNanos() ? FIRST_PAUSE : pause;
            awaitClosing(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    /** What has ended the stream; null where the route is to be closed. */
    private Throwable runStream() {
        try (var opened = setup.open()) {
            open(opened);
            opened.start(closing);
            if (closing.isDone()) {
                return null;
            }
            goOn();
            while (true) {
                var end = await(CompletableFuture.anyOf(opened.ended(), closing), LOOK_EVERY);
                if (closing.isDone()) {
                    return null;
                }
                if (end.isPresent()) {
                    return end.get();
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
        if (paused) {
            opened.pause();
        }
    }

    private synchronized void goOn() {
        if (firstRun.isDone()) {
            LOG.info("route {} goes on; for {} s it was held: {}", name(), secondsHeld(), heldFor);
        }
        heldFor = null;
        firstRun.complete(null);
    }

    private synchronized void closed() {
        stream = null;
        setup.progress().allEnded();
    }

    private synchronized void hold(Throwable cause, String reason) {
        if (closing.isDone()) {
            return;
        }
        if (!reason.equals(heldFor)) {
            LOG.warn(
                    "route {} is held, and tried again every {} s or sooner: {}",
                    name(),
                    LONGEST_PAUSE.toSeconds(),
                    reason);
            LOG.debug("route {} is held", name(), cause);
        }
        if (heldFor == null) {
            heldSince = Instant.now();
        }
        heldFor = reason;
        if (cause instanceof RouteHeldException held) {
            setup.progress().failed(held.topic(), reason);
        } else if (cause.getCause() instanceof MissingTopicException missing) {
            setup.progress().failed(missing.topic(), reason);
        } else if (!setup.progress().isFailing() || cause instanceof StreamStartException) {
            setup.progress().failed((String) null, reason);
        }
        firstRun.completeExceptionally(cause);
    }

    private synchronized void fail(Throwable cause) {
        heldSince = Instant.now();
        heldFor = cause.getMessage();
        failed.complete(cause);
        firstRun.completeExceptionally(cause);
    }

    private RouteState state() {
        if (failed.isDone()) {
            return RouteState.FAILED;
        }
        if (paused) {
            return RouteState.PAUSED;
        }
        return heldFor == null ? RouteState.RUNNING : RouteState.HELD;
    }

    private long secondsHeld() {
        return Duration.between(heldSince, Instant.now()).toSeconds();
    }

    private void awaitClosing(Duration limit) {
        await(closing, limit);
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
