package io.lingoduct.streams.route;

import io.lingoduct.streams.fault.MissingTopicException;
import io.lingoduct.streams.fault.RouteHeldException;
import io.lingoduct.streams.fault.StreamStartException;
import io.lingoduct.streams.status.RouteProgress;
import io.lingoduct.streams.status.RouteState;
import io.lingoduct.streams.status.RouteStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** State of a route, with the time and the cause of its last change; tells the log of each change once. Safe for many threads. */
final class RouteStanding {

    private static final Logger LOG = LoggerFactory.getLogger(RouteStanding.class);

    private final String route;
    private final RouteProgress progress;
    private final Duration longestPause;
    private final Clock clock;

    private boolean started;
    private boolean paused;
    private boolean failed;
    private String heldFor = "it is about to start";
    private Instant heldSince;

    /** @param longestPause how long a held route waits at most before it is tried again */
    RouteStanding(String route, RouteProgress progress, Duration longestPause, Clock clock) {
        this.route = route;
        this.progress = progress;
        this.longestPause = longestPause;
        this.clock = clock;
        this.heldSince = clock.instant();
    }

    synchronized boolean isPaused() {
        return paused;
    }

    synchronized void paused(boolean wanted) {
        paused = wanted;
        if (!paused) {
            progress.resumed();
        }
        LOG.info("route {} is {}", route, paused ? "paused" : "resumed");
    }

    /** The route runs, for the first time or again. */
    synchronized void goOn() {
        if (started) {
            LOG.info(
                    "route {} goes on; for {} s it was held: {}",
                    route,
                    sinceHeld().toSeconds(),
                    heldFor);
        }
        started = true;
        heldFor = null;
    }

    /**
     * The route waits for its next attempt.
     *
     * @param reason the cause in the words of whoever must act
     */
    synchronized void hold(Throwable cause, String reason) {
        if (!reason.equals(heldFor)) {
            LOG.warn(
                    "route {} is held, and tried again every {} s or sooner: {}",
                    route,
                    longestPause.toSeconds(),
                    reason);
            LOG.debug("route {} is held", route, cause);
        }
        if (heldFor == null) {
            heldSince = clock.instant();
        }
        started = true;
        heldFor = reason;
        if (cause instanceof RouteHeldException held) {
            progress.failed(held.topic(), reason);
        } else if (cause.getCause() instanceof MissingTopicException missing) {
            progress.failed(missing.topic(), reason);
        } else if (!progress.isFailing() || cause instanceof StreamStartException) {
            progress.failed((String) null, reason);
        }
    }

    /** Nothing but a restart of the service helps. */
    synchronized void fail() {
        failed = true;
        heldSince = clock.instant();
    }

    /** @param lag messages that wait at the brokers behind what was polled; negative where that is not known */
    synchronized RouteStatus status(long lag) {
        var state = state();
        var withoutProgress =
                switch (state) {
                    case PAUSED -> Duration.ZERO;
                    case RUNNING -> progress.withoutProgress();
                    case HELD, FAILED -> sinceHeld();
                };
        long inFlight = progress.inFlight();
        return new RouteStatus(
                route,
                state,
                progress.lastCommit(),
                lag < 0 ? OptionalLong.empty() : OptionalLong.of(lag + inFlight),
                progress.lastFailure(),
                inFlight,
                withoutProgress,
                progress.quality().figures());
    }

    private RouteState state() {
        if (failed) {
            return RouteState.FAILED;
        }
        if (paused) {
            return RouteState.PAUSED;
        }
        return heldFor == null ? RouteState.RUNNING : RouteState.HELD;
    }

    private Duration sinceHeld() {
        return Duration.between(heldSince, clock.instant());
    }
}
