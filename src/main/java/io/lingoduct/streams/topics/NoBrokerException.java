package io.lingoduct.streams.topics;

import io.lingoduct.streams.fault.StreamStartException;

/** No broker answers: nothing can be said of any route. */
public final class NoBrokerException extends StreamStartException {

    NoBrokerException(String message, Throwable cause) {
        super(message, cause);
    }
}
