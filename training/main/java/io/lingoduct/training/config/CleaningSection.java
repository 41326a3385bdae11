package io.lingoduct.training.config;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.training.corpus.CorpusFilter;
import java.lang.Character.UnicodeScript;
import java.util.List;

/** The keys under {@code cleaning}: which pairs are not learnt from. */
final class CleaningSection {

    private static final Key<Integer> MAX_WORDS = Key.integer(
                    "max-words", 1, 1000, "Longer sentences are not learnt from.")
            .orElse(60);
    private static final Key<Integer> MAX_CHARACTERS = Key.integer(
                    "max-characters", 1, 100_000, "Longer sentences are not learnt from.")
            .orElse(1000);
    private static final Key<Double> MAX_RATIO = Key.decimal(
                    "max-ratio", 1, 100, "Pairs whose lengths differ by more are not learnt from.")
            .orElse(3.0);
    private static final Key<Boolean> DROP_IDENTICAL = Key.bool(
                    "drop-identical", "Whether to leave out pairs whose sides are the same.")
            .orElse(false);
    private static final Key<Integer> MAX_REPEATS = Key.integer(
                    "max-repeats",
                    0,
                    1000,
                    "Sentences that say the same two or more characters more often in a row are not learnt from; 0 for any number.")
            .orElse(0);
    private static final Key<Double> MIN_LETTER_SHARE = Key.decimal(
                    "min-letter-share", 0, 1, "Sentences with a smaller share of letters are not learnt from.")
            .orElse(0.0);
    private static final String ANY = "any";
    private static final Key<String> SOURCE_SCRIPT = Key.string(
                    "source-script", "Sentences mostly in another script are not learnt from; Latin, Cyrillic, Han...")
            .orElse(ANY);
    private static final Key<String> TARGET_SCRIPT =
            Key.string("target-script", "The same for the target.").orElse(ANY);
    private static final Key<Boolean> DROP_DUPLICATES = Key.bool(
                    "drop-duplicates", "Whether to learn from a pair once, however often it stands there.")
            .orElse(false);

    static final List<Key<?>> KEYS = List.of(
            MAX_WORDS,
            MAX_CHARACTERS,
            MAX_RATIO,
            DROP_IDENTICAL,
            MAX_REPEATS,
            MIN_LETTER_SHARE,
            SOURCE_SCRIPT,
            TARGET_SCRIPT,
            DROP_DUPLICATES);

    private CleaningSection() {}

    static CorpusFilter read(Section section) {
        return new CorpusFilter(
                section.get(MAX_WORDS),
                section.get(MAX_CHARACTERS),
                section.get(MAX_RATIO),
                section.get(DROP_IDENTICAL),
                section.get(MAX_REPEATS),
                section.get(MIN_LETTER_SHARE),
                script(section, SOURCE_SCRIPT),
                script(section, TARGET_SCRIPT),
                section.get(DROP_DUPLICATES));
    }

    private static UnicodeScript script(Section section, Key<String> key) {
        var name = section.get(key);
        if (name.equalsIgnoreCase(ANY)) {
            return null;
        }
        try {
            return UnicodeScript.forName(name);
        } catch (IllegalArgumentException e) {
            section.fault(key.name(), "is no script of Unicode, such as Latin, Cyrillic or Han");
            return null;
        }
    }
}
