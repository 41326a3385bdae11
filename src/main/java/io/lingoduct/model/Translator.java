package io.lingoduct.model;

import java.util.List;

/**
 * Turns source segments into target segments with one loaded model: synchronous, stateless between calls and safe to
 * call from many threads at once. Batching across callers is the engine's task, not the translator's.
 *
 * <p>A translation never depends on the other rows of its batch.
 */
public interface Translator extends AutoCloseable {

    /** What was loaded: its name, version, languages and limits. */
    ModelInfo model();

    /**
     * Normalises and tokenizes one segment. The result's length in tokens is what batches are measured by.
     *
     * @throws SegmentTooLongException if the segment has more than {@link ModelInfo#maxSourceTokens()} tokens
     */
    EncodedSegment encode(String segment);

    /** As {@link #encode}, with no upper limit: for wrapping long text. */
    EncodedSegment encodeUnlimited(String segment);

    /** Whether the model has a token for any letter of a segment: where it has none, it can only guess. */
    default boolean isReadable(EncodedSegment segment) {
        return true;
    }

    /** Number of source tokens of a segment of any length, end-of-sentence not among them. */
    default int countTokens(String segment) {
        return encodeUnlimited(segment).length() - 1;
    }

    /**
     * Translates a batch in one run of the graph. Element i of the result belongs to element i of the batch.
     *
     * @throws TranslationException if the graph cannot be run on this batch
     * @throws IllegalArgumentException if the options ask for more than the model supports
     */
    List<Translation> translate(List<EncodedSegment> batch, SearchOptions options);

    /**
     * As {@link #translate(List, SearchOptions)}, until it is told to end: then it may fail before it is done.
     *
     * @throws TranslationException also if it was ended
     */
    default List<Translation> translate(List<EncodedSegment> batch, SearchOptions options, Cancellation cancellation) {
        return translate(batch, options);
    }

    @Override
    void close();
}
