package io.lingoduct.streams;

/** No broker answers: nothing can be said of any route. */
final class NoBrokerException extends StreamStartException {

    NoBrokerException(String message, Throwable cause) {
        super(message, cause);
    }
}
