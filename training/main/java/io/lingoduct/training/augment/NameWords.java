package io.lingoduct.training.augment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words that a language writes with a capital amid sentences: names, and in German all nouns. Learnt from sentences: amid them such
 * a word has its capital nearly always.
 */
final class NameWords {

    private static final int MOSTLY = 4;

    private final Set<String> names;

    private NameWords(Set<String> names) {
        this.names = names;
    }

    static NameWords learn(List<List<String>> sentences) {
        var capitals = new HashMap<String, Integer>();
        var others = new HashMap<String, Integer>();
        for (var words : sentences) {
            words.stream().skip(1).forEach(word -> {
                var counts = startsWithCapital(word) ? capitals : others;
                counts.merge(word.toLowerCase(Locale.ROOT), 1, Integer::sum);
            });
        }
        return new NameWords(mostlyCapitals(capitals, others));
    }

    private static Set<String> mostlyCapitals(Map<String, Integer> capitals, Map<String, Integer> others) {
        var names = new HashSet<String>();
        capitals.forEach((word, count) -> {
            if (count >= MOSTLY * others.getOrDefault(word, 0)) {
                names.add(word);
            }
        });
        return names;
    }

    static boolean startsWithCapital(String word) {
        return Character.isUpperCase(word.codePointAt(0));
    }

    /** Whether a word is one, and written so here; single letters such as the English I are none. */
    boolean contains(String word) {
        return word.length() > 1 && startsWithCapital(word) && names.contains(word.toLowerCase(Locale.ROOT));
    }
}
