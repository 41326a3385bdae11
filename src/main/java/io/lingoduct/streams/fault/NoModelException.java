package io.lingoduct.streams.fault;

/** A message asks for a translation that no loaded model makes: for whoever sent it or chose the models to mend. */
public final class NoModelException extends RuntimeException {

    public NoModelException(String reason) {
        super(reason);
    }
}
