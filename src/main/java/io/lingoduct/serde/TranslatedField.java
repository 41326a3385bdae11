package io.lingoduct.serde;

/**
 * The translation of one text of a message.
 *
 * @param complete false if any part of it hit the search's length limit
 */
public record TranslatedField(String text, boolean complete) {}
