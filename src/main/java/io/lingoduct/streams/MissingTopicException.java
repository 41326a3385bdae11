package io.lingoduct.streams;

/** A message's output topic does not exist: for whoever runs the brokers to mend; the message is read again then. */
final class MissingTopicException extends RuntimeException {

    MissingTopicException(String message) {
        super(message);
    }
}
