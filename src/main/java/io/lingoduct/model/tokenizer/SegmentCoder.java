package io.lingoduct.model.tokenizer;

import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.SegmentTooLongException;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.BundleManifest;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.text.segment.TextNormalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Segments to the token ids that a bundle's graph reads, and the ids that it writes to segments. Safe to use from many threads;
 * owns the tokenizers.
 */
public final class SegmentCoder implements AutoCloseable {

    private static final String END_OF_SENTENCE = "</s>";

    private final BundleManifest manifest;
    private final Tokenizer source;
    private final Tokenizer target; // the same where the languages share one vocabulary

    private SegmentCoder(BundleManifest manifest, Tokenizer source, Tokenizer target) {
        this.manifest = manifest;
        this.source = source;
        this.target = target;
    }

    /** @throws BundleException if the library does not take a tokenizer of the bundle */
    public static SegmentCoder load(ModelBundle bundle) {
        var source = Tokenizer.of(bundle.tokenizer());
        if (bundle.targetTokenizer() == bundle.tokenizer()) {
            return new SegmentCoder(bundle.manifest(), source, source);
        }
        try {
            return new SegmentCoder(bundle.manifest(), source, Tokenizer.of(bundle.targetTokenizer()));
        } catch (RuntimeException | Error e) {
            source.close();
            throw e;
        }
    }

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

    /** As {@link #source}, with no upper limit. */
    public EncodedSegment sourceOfAnyLength(String segment) {
        return new EncodedSegment(ended(ids(source, segment)));
    }

    /** Ids of a target of any length, end-of-sentence included. */
    public long[] target(String text) {
        return ended(ids(target, text));
    }

    /**
     * Text of a target.
     *
     * @param ids without end-of-sentence
     */
    public String targetText(long[] ids) {
        // Byte tokens can spell a line break; a segment stays on one line.
        return TextNormalizer.normalize(target.decode(ids));
    }

    /** Whether the source's vocabulary has a token for any letter of the segment. */
    public boolean isReadable(EncodedSegment segment) {
        return !source.spellsOut(segment.ids());
    }

    /** Whether a word, in just this case, is one token of the source's vocabulary. */
    public boolean isToken(String word) {
        return ids(source, word).length == 1;
    }

    /** Tokens of a source, end-of-sentence as the last. */
    public List<String> sourceTokens(String text) {
        return tokens(source, text);
    }

    /** Tokens of a target, end-of-sentence as the last. */
    public List<String> targetTokens(String text) {
        return tokens(target, text);
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

    @Override
    public void close() {
        source.close();
        if (target != source) {
            target.close();
        }
    }
}
