package io.lingoduct.streams;

/** A message asks for a translation that no loaded model makes: for whoever sent it or chose the models to mend. */
final class NoModelException extends RuntimeException {

    NoModelException(String reason) {
        super(reason);
    }
}
