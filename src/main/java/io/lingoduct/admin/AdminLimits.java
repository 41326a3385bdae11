package io.lingoduct.admin;

import java.time.Duration;

/** Limits of the admin server, for everybody: sizes, numbers and times. */
final class AdminLimits {

    /** Connections at once; another one takes the place of the one that has waited longest. */
    static final int CONNECTIONS = 128;

    /** Connections that the operating system holds until they are accepted. */
    static final int BACKLOG = 256;

    /** From a connection's begin, or from an answer, to the end of the next request's head; also to write an answer. */
    static final Duration WAIT = Duration.ofSeconds(10);

    /** Request line and headers together. */
    static final int HEAD_BYTES = 8 << 10;

    /** Body of a request; nobody reads it. */
    static final int BODY_BYTES = 4 << 10;

    /** Characters of a path or a header that an answer or a log line repeats. */
    static final int QUOTED_CHARS = 100;

    /** Threads that read, write and answer probes. */
    static final int THREADS = 8;

    /** Administrative requests worked on at once, and those that may wait for them. */
    static final int ADMINISTRATIVE = 2;

    static final int ADMINISTRATIVE_WAITING = 16;

    /** Requests that may wait for the one that loads models. */
    static final int LOADING_WAITING = 4;

    private AdminLimits() {}
}
