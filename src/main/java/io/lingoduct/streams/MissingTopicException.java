package io.lingoduct.streams;

/** A topic that a route needs does not exist: for whoever runs the brokers to mend; its messages are read again then. */
final class MissingTopicException extends RuntimeException {

    private final String topic;

    /** @param topic the one that is missing, or the first of several */
    MissingTopicException(String topic, String message) {
        super(message);
        this.topic = topic;
    }

    String topic() {
        return topic;
    }
}
