package io.lingoduct.streams;

/** A message's output and even its dead letter are refused; only whoever runs the brokers can help. */
final class DeadLetterRefusedException extends RuntimeException {

    DeadLetterRefusedException(Origin origin, String topic, Exception refusal) {
        super(
                "the message at " + origin.inWords() + " cannot be translated, and the topic " + topic
                        + " does not take its dead letter: " + refusal.getMessage(),
                refusal);
    }
}
