package io.lingoduct.engine;

import io.lingoduct.model.ModelInfo;
import java.util.concurrent.CompletableFuture;

/**
 * Translates whole texts asynchronously: a text is cut into segments, the segments are batched with those of other
 * callers, and the text is rebuilt around their translations.
 */
public interface TextTranslator {

    /** The model that does the work. */
    ModelInfo model();

    /**
     * Queues a text of any length. Blocks while the engine's queue is full (back-pressure); never throws for the text
     * itself: whatever goes wrong with it completes the future exceptionally with a {@code TranslationException}.
     */
    CompletableFuture<TranslatedText> translate(String text);
}
