package io.lingoduct.engine;

import io.lingoduct.model.TranslationException;

/** The engine was closed before a segment was translated: says nothing about the segment. */
public final class EngineClosedException extends TranslationException {

    public EngineClosedException(String message) {
        super(message);
    }
}
