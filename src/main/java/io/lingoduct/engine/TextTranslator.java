package io.lingoduct.engine;

import io.lingoduct.model.ModelInfo;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Translates whole texts asynchronously: a text is cut into segments, the segments are batched with those of other
 * callers, and the text is rebuilt around their translations.
 */
public interface TextTranslator {

    /** The model that translates what comes next; one that can be replaced may be another a moment later. */
    ModelInfo model();

    /**
     * Queues a text of any length. Blocks while the engine's queue is full (back-pressure); never throws for the text
     * itself: whatever goes wrong with it completes the future exceptionally with a {@code TranslationException}.
     */
    CompletableFuture<TranslatedText> translate(String text);

    /**
     * Queues texts that belong together, such as the fields of one message, as {@link #translate(String)} does. One version
     * of the model translates all of them. Element i of the result belongs to element i of the texts. A translator that knows
     * nothing of options leaves them aside.
     */
    default List<CompletableFuture<TranslatedText>> translateAll(List<SourceText> texts) {
        return texts.stream().map(text -> translate(text.text())).toList();
    }
}
