package io.lingoduct.streams;

/** A topic does not take a message: by its settings, or because its broker has said so of this message alone. */
final class OutputRefusedException extends RuntimeException {

    OutputRefusedException(String topic, String reason) {
        super("the topic " + topic + " does not take this message: " + reason);
    }

    OutputRefusedException(String topic, Throwable refusal) {
        super("the topic " + topic + " does not take this message: " + refusal.getMessage(), refusal);
    }
}
