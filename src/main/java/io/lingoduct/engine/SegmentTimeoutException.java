package io.lingoduct.engine;

import io.lingoduct.model.TranslationException;
import java.time.Duration;

/** A segment waited or ran longer than the engine allows: says something about the load, nothing about the segment. */
public final class SegmentTimeoutException extends TranslationException {

    public SegmentTimeoutException(Duration limit) {
        super("the segment was not translated within " + limit.toMillis()
                + " ms of being queued, the engine's segment-timeout-ms");
    }
}
