package io.lingoduct.streams.fault;

import io.lingoduct.streams.status.Origin;

/** A message's output and even its dead letter are refused; only whoever runs the brokers can help. */
public final class DeadLetterRefusedException extends RuntimeException {

    public DeadLetterRefusedException(Origin origin, String topic, Exception refusal) {
        super(
                "the message at " + origin.inWords() + " cannot be translated, and the topic " + topic
                        + " does not take its dead letter: " + refusal.getMessage(),
                refusal);
    }
}
