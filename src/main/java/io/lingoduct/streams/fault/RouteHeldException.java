package io.lingoduct.streams.fault;

/** A route cannot go on as things are, and tries again after a while. */
public final class RouteHeldException extends RuntimeException {

    private final String topic;

    /** @param topic the one that is to blame; null where none is */
    public RouteHeldException(String topic, String reason) {
        super(reason);
        this.topic = topic;
    }

    public String topic() {
        return topic;
    }
}
