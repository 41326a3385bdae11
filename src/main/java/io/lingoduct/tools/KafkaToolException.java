package io.lingoduct.tools;

/** Something that the user of a command can mend; the message says what, and which setting or input to change. */
public final class KafkaToolException extends RuntimeException {

    public KafkaToolException(String message) {
        super(message);
    }

    public KafkaToolException(String message, Throwable cause) {
        super(message, cause);
    }
}
