package io.lingoduct.streams.status;

/** State of a route. */
public enum RouteState {

    /** Messages are translated as they come. */
    RUNNING,

    /** Something the route needs is missing or fails; it is tried again after a while, without help from outside. */
    HELD,

    /** Somebody has paused the route; it goes on when it is resumed. */
    PAUSED,

    /** Given up: only a restart of the service helps. */
    FAILED
}
