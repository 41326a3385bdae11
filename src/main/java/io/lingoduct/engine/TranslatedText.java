package io.lingoduct.engine;

import io.lingoduct.front.TextQuality;
import io.lingoduct.model.ModelInfo;

/**
 * The translation of one text.
 *
 * @param text the target text, with the white space and line breaks of the source
 * @param segments how many segments of the text the model translated, each counted where several are the same; 0 where
 *     everything passed through unchanged
 * @param complete false if any segment hit the search's length limit
 * @param model the model that made it, all of it
 * @param quality how good it seems
 */
public record TranslatedText(String text, int segments, boolean complete, ModelInfo model, TextQuality quality) {

    /** A translation of whose quality nothing is known. */
    public TranslatedText(String text, int segments, boolean complete, ModelInfo model) {
        this(text, segments, complete, model, TextQuality.UNKNOWN);
    }
}
