package io.lingoduct.streams.fault;

/** The stream cannot start; for whoever runs the service or the brokers to mend. The message is one clear line. */
public class StreamStartException extends RuntimeException {

    public StreamStartException(String message) {
        super(message);
    }

    public StreamStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
