package io.lingoduct.registry;

/**
 * The registry has no id for the schema of an output and gives it none: the schema is incompatible with its subject, invalid,
 * or not registered while registering is off. For whoever owns the subject or the route to mend; asking again does not help.
 */
public final class SchemaRefusedException extends RuntimeException {

    public SchemaRefusedException(String reason) {
        super(reason);
    }
}
