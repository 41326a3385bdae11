package io.lingoduct.cli;

import io.lingoduct.streams.RouteState;
import io.lingoduct.streams.RouteStatus;
import io.lingoduct.streams.TranslationStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * PROVISIONAL, to be replaced by {@code TranslationStream.routes(), pause(String), resume(String)}: all routes as one, as
 * far as the state of Kafka Streams tells. None can be paused by name.
 */
final class StreamRoutes {

    private static final String ALL = "(all routes)";

    private final TranslationStream stream;

    StreamRoutes(TranslationStream stream) {
        this.stream = stream;
    }

    List<RouteStatus> routes() {
        var state =
                switch (stream.state()) {
                    case RUNNING, REBALANCING -> RouteState.RUNNING;
                    case CREATED, PENDING_SHUTDOWN, NOT_RUNNING -> RouteState.HELD;
                    case PENDING_ERROR, ERROR -> RouteState.FAILED;
                };
        return List.of(new RouteStatus(
                ALL, state, Optional.empty(), OptionalLong.empty(), Optional.empty(), 0, Duration.ZERO));
    }

    boolean pause(String route) {
        return false;
    }

    boolean resume(String route) {
        return false;
    }
}
