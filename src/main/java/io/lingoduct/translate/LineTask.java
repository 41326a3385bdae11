package io.lingoduct.translate;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The way of one line: its translation, and the output written for it.
 *
 * @param <A> the model's answer
 */
public interface LineTask<A> {

    /**
     * Begins to translate a line; may block while the engine's queue is full. The future fails with a
     * {@code TranslationException}, and with nothing else, where the line cannot be translated.
     */
    CompletableFuture<A> submit(String line);

    /**
     * The output of a line, ended by a line feed.
     *
     * @param number of the line, from 0
     * @param answer empty where the line could not be translated
     */
    String output(long number, String line, Optional<A> answer);

    /** Whether an answer was cut at the model's limit of output length and the user should be told. */
    default boolean isCut(A answer) {
        return false;
    }
}
