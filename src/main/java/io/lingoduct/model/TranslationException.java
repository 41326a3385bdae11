package io.lingoduct.model;

/** The runtime failed to translate a batch; the message may be well-formed and the batch may succeed when retried. */
public class TranslationException extends RuntimeException {

    public TranslationException(String message, Throwable cause) {
        super(message, cause);
    }

    public TranslationException(String message) {
        super(message);
    }
}
