package io.lingoduct.demo;

/** The stream could not translate a message and has put it among the dead letters. */
final class DeadLetterException extends RuntimeException {

    DeadLetterException(String cause) {
        super(cause);
    }
}
