package io.lingoduct.training.corpus;

import java.lang.Character.UnicodeScript;

/** Counts what a normalised sentence is made of. */
final class Letters {

    private Letters() {}

    /** Words between single spaces; the sentence is not empty. */
    static int words(String sentence) {
        return 1 + (int) sentence.chars().filter(c -> c == ' ').count();
    }

    /** Share of letters among the characters that are no space. */
    static double share(String sentence) {
        long letters = sentence.codePoints().filter(Character::isLetter).count();
        long characters = sentence.codePoints().filter(c -> c != ' ').count();
        return (double) letters / characters;
    }

    /**
     * Whether at least half of the letters that have a script of their own belong to the given one. A sentence without
     * letters is in every script.
     *
     * @param script null for any
     */
    static boolean mostlyIn(UnicodeScript script, String sentence) {
        if (script == null) {
            return true;
        }
        var scripts = sentence.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .filter(s -> s != UnicodeScript.COMMON && s != UnicodeScript.INHERITED)
                .toList();
        return 2 * scripts.stream().filter(script::equals).count() >= scripts.size();
    }
}
