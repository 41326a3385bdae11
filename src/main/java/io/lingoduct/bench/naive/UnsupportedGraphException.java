package io.lingoduct.bench.naive;

/** A graph keeps the contract but is built in a way that cannot be taken apart here; the message says what is in the way. */
public final class UnsupportedGraphException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsupportedGraphException(String reason) {
        super(reason);
    }
}
