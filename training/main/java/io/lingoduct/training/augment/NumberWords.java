package io.lingoduct.training.augment;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Numbers as a language writes them, in digits or spelt out. One is left out, which is an article in many languages. */
final class NumberWords {

    private static final int LARGEST = 100;

    private final Map<String, String> values = new HashMap<>();

    /** @param language BCP 47 tag */
    NumberWords(String language) {
        var speller = new RuleBasedNumberFormat(Locale.forLanguageTag(language), RuleBasedNumberFormat.SPELLOUT);
        IntStream.rangeClosed(2, LARGEST)
                .forEach(number -> values.put(speller.format(number).replace("\u00AD", ""), String.valueOf(number)));
    }

    /** What a word is worth, equal for equal numbers in two languages; empty where it is no number. */
    Optional<String> value(String word) {
        if (word.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == ',' || c == ':')) {
            return Optional.of(word.replace(',', '.').replace(':', '.'));
        }
        return Optional.ofNullable(values.get(word.toLowerCase(Locale.ROOT)));
    }
}
