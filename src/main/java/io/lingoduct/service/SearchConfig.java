package io.lingoduct.service;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import java.util.List;

/**
 * How the models are searched; these keys stand under {@code engine}.
 *
 * @param beamSize hypotheses kept by the search, 1 is greedy; null is what the bundle's manifest says
 * @param lengthPenalty exponent of the length in a hypothesis' final score; null is what the bundle's manifest says
 * @param coveragePenalty weight of what a hypothesis loses for source tokens that it paid no attention to
 * @param noRepeatNgram no translation says the same so many tokens twice; 0 sets no limit
 * @param shortlist whether a model chooses among likely target tokens only, where its bundle names them
 * @param device {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:N}
 */
public record SearchConfig(
        Integer beamSize,
        Double lengthPenalty,
        double coveragePenalty,
        int noRepeatNgram,
        boolean shortlist,
        String device) {

    static final Key<Integer> BEAM_SIZE = Key.integer("beam-size", 1, 64, "Hypotheses kept by the search; 1 is greedy.")
            .orElseFrom("as the model bundle says");
    static final Key<Double> LENGTH_PENALTY = Key.decimal(
                    "length-penalty", 0, 10, "Exponent of the length by which a hypothesis' score is divided.")
            .orElseFrom("as the model bundle says");
    static final Key<Double> COVERAGE_PENALTY = Key.decimal(
                    "coverage-penalty",
                    0,
                    10,
                    "Weight of what a hypothesis loses for source words that it did not look at; matters with a beam.")
            .orElse(0.0);
    static final Key<Integer> NO_REPEAT_NGRAM = Key.integer(
                    "no-repeat-ngram", 0, 100, "No translation says the same so many tokens twice; 0 sets no limit.")
            .orElse(0);
    static final Key<Boolean> SHORTLIST = Key.bool(
                    "shortlist",
                    "Whether models choose among likely target tokens only, where their bundles name them.")
            .orElse(true);
    static final Key<String> DEVICE = Key.string(
                    "device", "auto, cpu, cuda or cuda:N; the CPU serves where there is no such GPU.")
            .orElse("auto");
    static final List<Key<?>> KEYS =
            List.of(BEAM_SIZE, LENGTH_PENALTY, COVERAGE_PENALTY, NO_REPEAT_NGRAM, SHORTLIST, DEVICE);

    private static final String LEGAL_DEVICE = "auto|cpu|cuda(:\\d{1,3})?";

    /** As the bundle says. */
    public static final SearchConfig OF_BUNDLE = new SearchConfig(null, null, 0, 0, true, "auto");

    /** Hypotheses and length penalty, and all else as the bundle says. */
    public static SearchConfig beam(int beamSize, double lengthPenalty) {
        return new SearchConfig(beamSize, lengthPenalty, 0, 0, true, "auto");
    }

    static SearchConfig read(Section section) {
        int ngram = section.get(NO_REPEAT_NGRAM);
        if (ngram == 1) {
            section.fault(
                    NO_REPEAT_NGRAM.name(), "expected 0 or at least 2: a text cannot do without repeating a token");
        }
        var device = section.get(DEVICE);
        if (!device.matches(LEGAL_DEVICE)) {
            section.fault(DEVICE.name(), "expected auto, cpu, cuda or cuda:N");
        }
        return new SearchConfig(
                section.find(BEAM_SIZE).orElse(null),
                section.find(LENGTH_PENALTY).orElse(null),
                section.get(COVERAGE_PENALTY),
                ngram,
                section.get(SHORTLIST),
                device);
    }
}
