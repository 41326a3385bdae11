package io.lingoduct.service;

/** Form of the texts in the messages' values. */
public enum Format {
    /** The value is the text, in UTF-8. */
    TEXT,
    /** A JSON document, with the texts in the fields that the route names. */
    JSON,
    /**
     * {@code TranslationRequest} in, {@code Translation} out (schemas/); or the user's own record, where the route names fields.
     * Behind the header of a schema registry, or of Avro's single-object encoding.
     */
    AVRO
}
