package io.lingoduct.streams.fault;

/** A topic does not take a message: by its settings, or because its broker has said so of this message alone. */
public final class OutputRefusedException extends RuntimeException {

    public OutputRefusedException(String topic, String reason) {
        super("the topic " + topic + " does not take this message: " + reason);
    }

    public OutputRefusedException(String topic, Throwable refusal) {
        super("the topic " + topic + " does not take this message: " + refusal.getMessage(), refusal);
    }
}
