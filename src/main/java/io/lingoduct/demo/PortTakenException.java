package io.lingoduct.demo;

/** The broker cannot listen on the port that was asked for; choose another. */
public final class PortTakenException extends RuntimeException {

    PortTakenException(String message, Throwable cause) {
        super(message, cause);
    }
}
