package io.lingoduct.config;

/** How the texts lie in the messages' values. */
public enum Format {
    /** The value is the text, in UTF-8. */
    TEXT,
    /** {@code TranslationRequest} in, {@code Translation} out (schemas/), in Avro's single-object encoding. */
    AVRO
}
