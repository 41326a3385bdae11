package io.lingoduct.training.config;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.List;

/** The keys under {@code vocabulary}. */
final class VocabularySection {

    private static final Key<Integer> SIZE = Key.integer(
                    "size", VocabularyBuilder.RESERVED + 1, 100_000, "Tokens, shared by both languages.")
            .orElse(8000);
    private static final Key<Integer> MIN_CHARACTER_COUNT = Key.integer(
                    "min-character-count", 1, 1_000_000, "Rarer characters are written as bytes.")
            .orElse(5);

    static final List<Key<?>> KEYS = List.of(SIZE, MIN_CHARACTER_COUNT);

    private VocabularySection() {}

    static RunConfig.Vocabulary read(Section section) {
        return new RunConfig.Vocabulary(section.get(SIZE), section.get(MIN_CHARACTER_COUNT));
    }
}
