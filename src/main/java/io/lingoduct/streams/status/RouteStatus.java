package io.lingoduct.streams.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * State and figures of a route for operators, as of now.
 *
 * @param name the route's name
 * @param lastCommit time of the last commit of translated messages; empty if never since the start
 * @param lag messages on the partitions that this instance reads and that are not committed yet; empty where unknown
 * @param lastFailure the last thing that went wrong; empty if nothing did since the start
 * @param inFlight messages polled whose translations are not committed yet
 * @param withoutProgress time for which there has been work and none of it was done; zero where there is no work
 * @param quality translations that seem poor
 */
public record RouteStatus(
        String name,
        RouteState state,
        Optional<Instant> lastCommit,
        OptionalLong lag,
        Optional<RouteFailure> lastFailure,
        long inFlight,
        Duration withoutProgress,
        QualityCounters.Figures quality) {

    /** A route without a poor translation. */
    public RouteStatus(
            String name,
            RouteState state,
            Optional<Instant> lastCommit,
            OptionalLong lag,
            Optional<RouteFailure> lastFailure,
            long inFlight,
            Duration withoutProgress) {
        this(name, state, lastCommit, lag, lastFailure, inFlight, withoutProgress, QualityCounters.Figures.NONE);
    }
}
