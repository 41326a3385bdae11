package io.lingoduct.model.tokenizer;

import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.SegmentTooLongException;
import io.lingoduct.model.bundle.BundleManifest;
import io.lingoduct.text.segment.TextNormalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Segments to the token ids that a bundle's graph reads. */
public record SegmentCoder(BundleManifest manifest, BundleTokenizers tokenizers) {

    private static final String END_OF_SENTENCE = "</s>";

    /** @throws SegmentTooLongException if the segment has more tokens than the model accepts */
    public EncodedSegment source(String segment) {
        var encoded = sourceOfAnyLength(segment);
        int tokens = encoded.length() - 1;
        int limit = manifest.limits().maxSourceTokens();
        if (tokens > limit) {
            throw new SegmentTooLongException(tokens, limit);
        }
        return encoded;
    }

    public EncodedSegment sourceOfAnyLength(String segment) {
        return new EncodedSegment(ended(ids(tokenizers.source(), segment)));
    }

    /** The ids of a target of any length, end-of-sentence included. */
    public long[] target(String text) {
        return ended(ids(tokenizers.target(), text));
    }

    public List<String> sourceTokens(String text) {
        return tokens(tokenizers.source(), text);
    }

    public List<String> targetTokens(String text) {
        return tokens(tokenizers.target(), text);
    }

    /** @throws IllegalArgumentException if an id is not in the source vocabulary, or there is none */
    public void requireIdsOfVocabulary(EncodedSegment segment) {
        int size = manifest.vocabulary().size();
        if (segment.length() == 0) {
            throw new IllegalArgumentException("a segment needs at least the end-of-sentence id");
        }
        for (long id : segment.ids()) {
            if (id < 0 || id >= size) {
                throw new IllegalArgumentException("token id " + id + " is not in the vocabulary of " + size);
            }
        }
    }

    private long[] ended(long[] ids) {
        var ended = Arrays.copyOf(ids, ids.length + 1);
        ended[ids.length] = manifest.vocabulary().eosId();
        return ended;
    }

    private static long[] ids(Tokenizer tokenizer, String text) {
        return tokenizer.encode(TextNormalizer.normalize(text));
    }

    private static List<String> tokens(Tokenizer tokenizer, String text) {
        var tokens = new ArrayList<>(tokenizer.tokens(TextNormalizer.normalize(text)));
        tokens.add(END_OF_SENTENCE);
        return List.copyOf(tokens);
    }
}
