package io.lingoduct.streams.fault;

/** A message does not say into which language it is to be translated, or says so in no legal tag: for its sender to mend. */
public final class UnknownLanguageException extends RuntimeException {

    public UnknownLanguageException(String reason) {
        super(reason);
    }
}
