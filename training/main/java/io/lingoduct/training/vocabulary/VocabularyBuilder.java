package io.lingoduct.training.vocabulary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Learns a vocabulary from sentences and writes it as {@code tokenizer.json}. */
public final class VocabularyBuilder {

    /** Ids of the special tokens in every vocabulary that is built here. */
    public static final int PAD = 0;

    public static final int BOS = 1;
    public static final int EOS = 2;
    public static final int UNK = 3;

    /** Special tokens and bytes: the smallest vocabulary there is. */
    public static final int RESERVED = TokenizerFile.SPECIAL_TOKENS.length + TokenizerFile.BYTES;

    private static final int MIN_WORD_COUNT = 2;

    private VocabularyBuilder() {}

    /**
     * @param sentences normalised; those of both languages where they share the vocabulary
     * @return the vocabulary size reached, which is smaller than the one wanted where the sentences support no more
     * @throws IllegalArgumentException if the size leaves no room for the alphabet
     */
    public static int build(Iterable<String> sentences, VocabularyOptions options, Path file) throws IOException {
        var counts = new HashMap<String, Long>();
        for (var sentence : sentences) {
            PreTokenizer.split(sentence).forEach(piece -> counts.merge(piece, 1L, Long::sum));
        }
        var learnt = learn(counts, options);
        int alphabetEnd = RESERVED + learnt.alphabet().size();
        if (alphabetEnd > options.size()) {
            throw new IllegalArgumentException("special tokens, bytes and the alphabet need " + alphabetEnd
                    + "; raise it, or raise vocabulary.min-character-count");
        }
        TokenizerFile.write(file, learnt);
        return RESERVED + learnt.tokens().size();
    }

    private static LearntVocabulary learn(Map<String, Long> counts, VocabularyOptions options) {
        int room = options.size() - RESERVED;
        int minCount = options.minCharacterCount();
        return switch (options.kind()) {
            case BPE -> BpeLearner.learn(counts, minCount, room);
            case CHAR -> {
                var alphabet = Alphabet.of(counts, minCount);
                yield new LearntVocabulary(alphabet.subList(0, Math.min(room, alphabet.size())), List.of(), List.of());
            }
            case WORD -> {
                var alphabet = Alphabet.of(counts, minCount);
                yield new LearntVocabulary(alphabet, List.of(), words(counts, alphabet, room - alphabet.size()));
            }
        };
    }

    /** A word that occurs once teaches nothing about itself; spelt, it teaches spelling. */
    private static List<String> words(Map<String, Long> counts, List<String> alphabet, int room) {
        var known = Set.copyOf(alphabet);
        return counts.entrySet().stream()
                .filter(e -> e.getValue() >= MIN_WORD_COUNT && !known.contains(e.getKey()))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(Math.max(0, room))
                .map(Map.Entry::getKey)
                .toList();
    }
}
