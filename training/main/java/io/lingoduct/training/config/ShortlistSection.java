package io.lingoduct.training.config;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.training.shortlist.ShortlistOptions;
import java.util.List;

/** The keys under {@code shortlist}: which target tokens a translation may hold. */
final class ShortlistSection {

    private static final Key<Boolean> ENABLED =
            Key.bool("enabled", "Whether the bundle gets a shortlist.").orElse(true);
    private static final Key<Integer> CANDIDATES = Key.integer(
                    "candidates",
                    0,
                    10_000,
                    "Most probable translations of a source token, besides the frequent tokens.")
            .orElse(10);
    private static final Key<Integer> FREQUENT = Key.integer(
                    "frequent", 0, 100_000, "Most frequent target tokens, which any translation may hold.")
            .orElse(1600);
    private static final Key<Double> MIN_PROBABILITY = Key.decimal(
                    "min-probability", 0, 1, "Less probable translations of a source token are left out.")
            .orElse(0.001);
    private static final Key<Integer> ITERATIONS = Key.integer(
                    "iterations", 1, 100, "Rounds in which translations of tokens are learnt.")
            .orElse(5);

    static final List<Key<?>> KEYS = List.of(ENABLED, CANDIDATES, FREQUENT, MIN_PROBABILITY, ITERATIONS);

    private ShortlistSection() {}

    static ShortlistOptions read(Section section) {
        return new ShortlistOptions(
                section.get(ENABLED),
                section.get(CANDIDATES),
                section.get(FREQUENT),
                section.get(MIN_PROBABILITY),
                section.get(ITERATIONS));
    }
}
