package io.lingoduct.registry;

/**
 * The registry has no Avro schema with the id that a message names: for the sender of the message to mend. Asking again does
 * not help.
 */
public final class UnknownSchemaException extends RuntimeException {

    public UnknownSchemaException(String reason) {
        super(reason);
    }
}
