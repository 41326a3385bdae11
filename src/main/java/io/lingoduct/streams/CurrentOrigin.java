package io.lingoduct.streams;

/**
 * The message that each stream thread is at. A topology forwards and sends on the thread that processes, so what is sent
 * between two messages belongs to the first of them.
 */
final class CurrentOrigin {

    private final ThreadLocal<Origin> current = new ThreadLocal<>();

    void set(Origin origin) {
        current.set(origin);
    }

    /** Null before a thread's first message. */
    Origin get() {
        return current.get();
    }
}
