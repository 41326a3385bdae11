package io.lingoduct.streams.fault;

/** A topic that a route needs does not exist: for whoever runs the brokers to mend; its messages are read again then. */
public final class MissingTopicException extends RuntimeException {

    private final String topic;

    /** @param topic the one that is missing, or the first of several */
    public MissingTopicException(String topic, String message) {
        super(message);
        this.topic = topic;
    }

    public String topic() {
        return topic;
    }
}
