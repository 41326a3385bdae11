package io.lingoduct.engine;

/**
 * A translated text and what the model thinks of it.
 *
 * @param score mean of the segments' scores, see {@link io.lingoduct.model.Translation#score()}; 0 without segments
 */
public record ScoredText(TranslatedText translation, double score) {}
