package io.lingoduct.training.vocabulary;

import io.lingoduct.training.corpus.SentencePair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/** Learns one vocabulary for both languages and writes it as {@code tokenizer.json}. */
public final class VocabularyBuilder {

    /** Ids of the special tokens in every vocabulary that is built here. */
    public static final int PAD = 0;

    public static final int BOS = 1;
    public static final int EOS = 2;
    public static final int UNK = 3;

    /** Special tokens and bytes: the smallest vocabulary there is. */
    public static final int RESERVED = TokenizerFile.SPECIAL_TOKENS.length + TokenizerFile.BYTES;

    private VocabularyBuilder() {}

    /**
     * @param size wanted vocabulary size, everything included; a small corpus may support fewer tokens
     * @param minCharacterCount rarer characters are written as bytes
     * @return the vocabulary size reached
     * @throws IllegalArgumentException if the size leaves no room for the alphabet
     */
    public static int build(List<SentencePair> pairs, int size, int minCharacterCount, Path file) throws IOException {
        var counts = new HashMap<String, Long>();
        for (var pair : pairs) {
            PreTokenizer.split(pair.source()).forEach(piece -> counts.merge(piece, 1L, Long::sum));
            PreTokenizer.split(pair.target()).forEach(piece -> counts.merge(piece, 1L, Long::sum));
        }
        var bpe = BpeLearner.learn(counts, minCharacterCount, size - RESERVED);
        int alphabetEnd = RESERVED + bpe.alphabet().size();
        if (alphabetEnd > size) {
            throw new IllegalArgumentException("special tokens, bytes and the alphabet need " + alphabetEnd
                    + "; raise it, or raise vocabulary.min-character-count");
        }
        TokenizerFile.write(file, bpe);
        var merged = bpe.merges().stream().map(BpeLearner.Merge::joined).distinct();
        return alphabetEnd + (int) merged.count();
    }
}
