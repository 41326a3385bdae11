package io.lingoduct.training.config;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.training.corpus.CorpusFilter;
import java.util.List;

/** The keys under {@code cleaning}: which pairs are not learnt from. */
final class CleaningSection {

    private static final Key<Integer> MAX_WORDS = Key.integer(
                    "max-words", 1, 1000, "Longer sentences are not learnt from.")
            .orElse(60);
    private static final Key<Double> MAX_RATIO = Key.decimal(
                    "max-ratio", 1, 100, "Pairs whose lengths differ by more are not learnt from.")
            .orElse(3.0);

    static final List<Key<?>> KEYS = List.of(MAX_WORDS, MAX_RATIO);

    private CleaningSection() {}

    static CorpusFilter read(Section section) {
        return new CorpusFilter(section.get(MAX_WORDS), section.get(MAX_RATIO));
    }
}
