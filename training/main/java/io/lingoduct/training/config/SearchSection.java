package io.lingoduct.training.config;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.training.network.SearchLimits;
import java.util.List;

/** The keys under {@code search}: limits that the graph keeps, and defaults that the bundle states for its users. */
final class SearchSection {

    private static final Key<Integer> MAX_SOURCE_TOKENS = Key.integer(
                    "max-source-tokens", 1, 10_000, "Longest segment the model is asked to translate.")
            .orElse(100);
    private static final Key<Integer> MAX_TARGET_TOKENS =
            Key.integer("max-target-tokens", 1, 10_000, "Longest translation.").orElse(250);
    private static final Key<Double> OUTPUT_RATIO = Key.decimal(
                    "output-ratio", 0.1, 100, "Target tokens allowed per source token.")
            .orElse(2.0);
    private static final Key<Integer> OUTPUT_OFFSET = Key.integer(
                    "output-offset", 1, 1000, "Target tokens allowed on top of that.")
            .orElse(10);
    private static final Key<Integer> MAX_BEAM_SIZE = Key.integer(
                    "max-beam-size", 1, 64, "Largest beam users may ask for.")
            .orElse(8);
    private static final Key<Integer> BEAM_SIZE = Key.integer(
                    "beam-size", 1, 64, "Beam used unless users ask for another.")
            .orElse(1);
    private static final Key<Double> LENGTH_PENALTY = Key.decimal(
                    "length-penalty", 0, 10, "Exponent of the length in a hypothesis' score.")
            .orElse(1.0);

    static final List<Key<?>> KEYS = List.of(
            MAX_SOURCE_TOKENS,
            MAX_TARGET_TOKENS,
            OUTPUT_RATIO,
            OUTPUT_OFFSET,
            MAX_BEAM_SIZE,
            BEAM_SIZE,
            LENGTH_PENALTY);

    private SearchSection() {}

    static RunConfig.Search read(Section section) {
        int largest = section.get(MAX_BEAM_SIZE);
        int beam = section.get(BEAM_SIZE);
        if (beam > largest) {
            section.fault(BEAM_SIZE.name(), "is above " + MAX_BEAM_SIZE.name());
        }
        return new RunConfig.Search(limits(section), largest, beam, section.get(LENGTH_PENALTY));
    }

    private static SearchLimits limits(Section section) {
        return new SearchLimits(
                section.get(MAX_SOURCE_TOKENS),
                section.get(MAX_TARGET_TOKENS),
                section.get(OUTPUT_RATIO),
                section.get(OUTPUT_OFFSET));
    }
}
