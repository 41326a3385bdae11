package io.lingoduct.serde;

/**
 * The model that made a translation, as it is written into the output.
 *
 * @param name bundle name, such as {@code en-de}
 * @param version bundle version
 * @param sourceLanguage BCP 47 tag
 * @param targetLanguage BCP 47 tag
 */
public record ModelStamp(String name, String version, String sourceLanguage, String targetLanguage) {}
