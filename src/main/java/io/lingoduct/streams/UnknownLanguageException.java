package io.lingoduct.streams;

/** A message does not say into which language it is to be translated, or says so in no legal tag: for its sender to mend. */
final class UnknownLanguageException extends RuntimeException {

    UnknownLanguageException(String reason) {
        super(reason);
    }
}
