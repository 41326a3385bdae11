package io.lingoduct.admin;

import io.lingoduct.streams.status.RouteFailure;
import io.lingoduct.streams.status.RouteState;
import io.lingoduct.streams.status.RouteStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rule behind the probes.
 *
 * <p>Ready: the service serves, no route is held or has failed, and none has had work without progress for too long. One
 * route is enough to be not ready, though the others go on: nobody sends requests to the service that a probe could turn
 * away, so the probe has only to say that something stands still. A paused route is as somebody wanted it.
 *
 * <p>Alive: everything that passes, or that an operator mends from outside, leaves the service alive; only a failed route
 * and a service that has ended do not.
 */
final class Readiness {

    private final Duration stalledAfter;

    /**
     * @param stalledAfter how long a route may have work and make no progress
     */
    Readiness(Duration stalledAfter) {
        this.stalledAfter = stalledAfter;
    }

    /** Reasons that keep the service from being ready, a line each; empty if it is ready. */
    List<String> hindrances(ServicePhase phase, List<RouteStatus> routes) {
        var reasons = new ArrayList<String>();
        if (phase != ServicePhase.SERVING) {
            reasons.add(reason(phase));
        }
        routes.forEach(route -> hindrance(route).ifPresent(reasons::add));
        return List.copyOf(reasons);
    }

    /** Reasons that only a restart mends, a line each; empty if the service is alive. */
    List<String> ends(ServicePhase phase, List<RouteStatus> routes) {
        var reasons = new ArrayList<String>();
        if (phase == ServicePhase.ENDED) {
            reasons.add(reason(phase));
        }
        routes.stream()
                .filter(route -> route.state() == RouteState.FAILED)
                .forEach(route -> reasons.add(named(route) + " has failed" + cause(route)));
        return List.copyOf(reasons);
    }

    private Optional<String> hindrance(RouteStatus route) {
        return switch (route.state()) {
            case HELD -> Optional.of(named(route) + " is held" + cause(route));
            case FAILED -> Optional.of(named(route) + " has failed" + cause(route));
            case PAUSED -> Optional.empty();
            case RUNNING ->
                route.withoutProgress().compareTo(stalledAfter) < 0
                        ? Optional.empty()
                        : Optional.of(named(route) + " has made no progress for "
                                + route.withoutProgress().toSeconds() + " s" + freshCause(route));
        };
    }

    private static String reason(ServicePhase phase) {
        return switch (phase) {
            case STARTING -> "the service is starting";
            case SERVING -> "the service is serving";
            case STOPPING -> "the service is stopping";
            case ENDED -> "the service has ended";
        };
    }

    private static String named(RouteStatus route) {
        return "route " + route.name();
    }

    // What was overcome before the last commit is not why nothing moves now.
    private static String freshCause(RouteStatus route) {
        boolean overcome = route.lastFailure().isPresent()
                && route.lastCommit()
                        .filter(commit ->
                                commit.isAfter(route.lastFailure().get().at()))
                        .isPresent();
        return overcome ? "" : cause(route);
    }

    private static String cause(RouteStatus route) {
        return route.lastFailure().map(RouteFailure::reason).map(": "::concat).orElse("");
    }
}
