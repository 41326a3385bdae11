package io.lingoduct.serde;

/**
 * A message's value is not of its route's format: for the sender of the message to mend. The reason never quotes the
 * message.
 */
public final class MalformedMessageException extends RuntimeException {

    public MalformedMessageException(String reason) {
        super(reason);
    }

    public MalformedMessageException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
