package io.lingoduct.model;

import java.util.List;
import java.util.Optional;

/**
 * Turns source segments into target segments with one loaded model: synchronous, stateless between calls and safe to
 * call from many threads at once. Batching across callers is the engine's task, not the translator's.
 *
 * <p>A translation never depends on the other rows of its batch.
 */
public interface Translator extends AutoCloseable {

    /** Name, version, languages and limits of the model. */
    ModelInfo model();

    /** What the model can carry, for whoever prepares texts for it. */
    default ModelTraits traits() {
        return ModelTraits.UNKNOWN;
    }

    /**
     * Normalises and tokenizes one segment. The result's length in tokens is what batches are measured by.
     *
     * @throws SegmentTooLongException if the segment has more than {@link ModelInfo#maxSourceTokens()} tokens
     */
    EncodedSegment encode(String segment);

    /** As {@link #encode}, with no upper limit: for wrapping long text. */
    EncodedSegment encodeUnlimited(String segment);

    /** Whether the model can be searched as the options say. */
    default boolean canSearch(SearchOptions options) {
        return true;
    }

    /** Whether the model has a token for any letter of a segment; without one it can only guess. */
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

    /**
     * As {@link #translate(List, SearchOptions)}, with all hypotheses of the beam for each segment, the best first. Those of one
     * segment may differ in nothing that shows in the text. A model that keeps its best hypothesis only refuses.
     *
     * @throws TranslationException if the graph cannot be run on this batch
     */
    List<List<Translation>> translateAll(List<EncodedSegment> batch, SearchOptions options);

    /**
     * The sum of the natural logarithms of the probabilities that the model gives to the tokens of given targets,
     * end-of-sentence included, whatever it would have written itself. A target may be of any length. Element i of the result
     * belongs to element i of both lists. A model that cannot be given a target refuses.
     *
     * @throws TranslationException if the graph cannot be run on this batch
     * @throws IllegalArgumentException if there are not as many targets as sources
     */
    List<Float> score(List<EncodedSegment> sources, List<String> targets);

    /**
     * Attention that the model pays to each source while it writes a given target. Element i of the result belongs to element i of
     * both lists; each is empty if the model does not show its attention.
     *
     * @param sources as {@link #encode} takes them
     * @throws TranslationException if the graph cannot be run on this batch
     */
    default List<Optional<Alignment>> align(List<String> sources, List<String> targets) {
        return sources.stream().map(source -> Optional.<Alignment>empty()).toList();
    }

    @Override
    void close();
}
