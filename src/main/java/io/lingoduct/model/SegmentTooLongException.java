package io.lingoduct.model;

/** A segment exceeds the model's limit of source tokens; wrap it before encoding. */
public final class SegmentTooLongException extends TranslationException {

    public SegmentTooLongException(int tokens, int limit) {
        super("the segment has " + tokens + " tokens; the model takes " + limit + " (limits.max_source_tokens in the"
                + " bundle's manifest.json)");
    }
}
