package io.lingoduct.config;

/** How the texts lie in the messages' values. */
public enum Format {
    /** The value is the text, in UTF-8. */
    TEXT,
    /** A JSON document, with the texts in the fields that the route names. */
    JSON,
    /**
     * {@code TranslationRequest} in, {@code Translation} out (schemas/), in Avro's single-object encoding; or the user's own
     * record, where the route names fields.
     */
    AVRO
}
