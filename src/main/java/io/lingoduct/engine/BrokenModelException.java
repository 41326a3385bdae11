package io.lingoduct.engine;

import io.lingoduct.model.TranslationException;

/**
 * A model has failed on so many segments in a row, each run alone, that they cannot be at fault: says something about the
 * runtime or the device, nothing about the segment.
 */
public final class BrokenModelException extends TranslationException {

    public BrokenModelException(int failures, Throwable last) {
        super(
                "the model has failed on " + failures
                        + " segments in a row, each alone, so that it is taken to be broken; the last: "
                        + last.getMessage(),
                last);
    }
}
