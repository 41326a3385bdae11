package io.lingoduct.training.batch;

import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.Arrays;

/**
 * A sentence pair as token ids.
 *
 * @param source ids including the final end-of-sentence id, as the graph takes them
 * @param target ids without begin- and end-of-sentence
 */
public record EncodedPair(long[] source, long[] target) {

    /** Ends the source with end-of-sentence. */
    static EncodedPair ofUnended(long[] source, long[] target) {
        var withEnd = Arrays.copyOf(source, source.length + 1);
        withEnd[source.length] = VocabularyBuilder.EOS;
        return new EncodedPair(withEnd, target);
    }
}
