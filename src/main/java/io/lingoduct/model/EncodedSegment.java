package io.lingoduct.model;

/**
 * A segment as the graph sees it.
 *
 * @param ids token ids including the final end-of-sentence id; never modified after construction
 */
public record EncodedSegment(long[] ids) {

    /** Number of ids, end-of-sentence included. */
    public int length() {
        return ids.length;
    }
}
