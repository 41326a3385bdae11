package io.lingoduct.engine;

import io.lingoduct.model.ModelInfo;

/**
 * The translation of one text.
 *
 * @param text the target text, with the white space and line breaks of the source
 * @param segments how many segments of the text the model translated, each counted where several are the same; 0 where
 *     everything passed through unchanged
 * @param complete false if any segment hit the search's length limit
 * @param model the model that made it, all of it
 */
public record TranslatedText(String text, int segments, boolean complete, ModelInfo model) {}
