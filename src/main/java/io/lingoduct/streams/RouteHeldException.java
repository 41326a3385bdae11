package io.lingoduct.streams;

/** A route cannot go on as things are, and tries again after a while. */
final class RouteHeldException extends RuntimeException {

    private final String topic;

    /** @param topic the one that is to blame; null where none is */
    RouteHeldException(String topic, String reason) {
        super(reason);
        this.topic = topic;
    }

    String topic() {
        return topic;
    }
}
