package io.lingoduct.training.config;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.training.config.RunConfig.Sharing;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import io.lingoduct.training.vocabulary.VocabularyOptions.Kind;
import java.util.List;

/** The keys under {@code vocabulary}. */
final class VocabularySection {

    private static final int SMALLEST = VocabularyBuilder.RESERVED + 1;
    private static final int LARGEST = 100_000;

    private static final Key<Kind> KIND = Key.choice(
                    "kind", Kind.class, "What a token is: a part of a word, a character or a word.")
            .orElse(Kind.BPE);
    private static final Key<Sharing> SHARING = Key.choice(
                    "sharing", Sharing.class, "One vocabulary for both languages, or one for each.")
            .orElse(Sharing.JOINT);
    private static final Key<Integer> SIZE = Key.integer(
                    "size", SMALLEST, LARGEST, "Tokens of the vocabulary, or of each of the two.")
            .orElse(8000);
    private static final Key<Integer> SOURCE_SIZE = Key.integer(
                    "source-size", SMALLEST, LARGEST, "Where the two vocabularies differ in size.")
            .orElseFrom("size");
    private static final Key<Integer> TARGET_SIZE = Key.integer(
                    "target-size", SMALLEST, LARGEST, "Where the two vocabularies differ in size.")
            .orElseFrom("size");
    private static final Key<Integer> MIN_CHARACTER_COUNT = Key.integer(
                    "min-character-count", 1, 1_000_000, "Rarer characters are written as bytes.")
            .orElse(5);
    private static final Key<Double> DROPOUT = Key.decimal(
                    "dropout",
                    0,
                    0.9,
                    "BPE-dropout: share of merges left out when training pairs are cut, each epoch anew.")
            .orElse(0.0);

    static final List<Key<?>> KEYS =
            List.of(KIND, SHARING, SIZE, SOURCE_SIZE, TARGET_SIZE, MIN_CHARACTER_COUNT, DROPOUT);

    private VocabularySection() {}

    static RunConfig.Vocabulary read(Section section) {
        int size = section.get(SIZE);
        var vocabulary = new RunConfig.Vocabulary(
                section.get(KIND),
                section.get(SHARING),
                section.find(SOURCE_SIZE).orElse(size),
                section.find(TARGET_SIZE).orElse(size),
                section.get(MIN_CHARACTER_COUNT),
                section.get(DROPOUT));
        if (vocabulary.sharing() == Sharing.JOINT) {
            for (var key : List.of(SOURCE_SIZE, TARGET_SIZE)) {
                if (section.has(key.name())) {
                    section.fault(key.name(), "needs vocabulary.sharing: separate; one for both has vocabulary.size");
                }
            }
        }
        if (vocabulary.dropout() > 0 && vocabulary.kind() != Kind.BPE) {
            section.fault(DROPOUT.name(), "needs vocabulary.kind: bpe; other kinds have no merges to leave out");
        }
        return vocabulary;
    }
}
