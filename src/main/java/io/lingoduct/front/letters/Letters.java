package io.lingoduct.front.letters;

import java.util.Locale;

/** Changes of the case of words that keep their number of characters, so that places in a text stay what they are. */
final class Letters {

    private Letters() {}

    /** In small letters; the word itself where those are more or fewer characters. */
    static String lower(String word, Locale locale) {
        var lower = word.toLowerCase(locale);
        return lower.length() == word.length() ? lower : word;
    }

    /** With a capital at its start, and else as it is; the word itself where the capital is more or fewer characters. */
    static String capitalized(String word, Locale locale) {
        return withFirst(word, word.isEmpty() ? "" : first(word).toUpperCase(locale));
    }

    /** With a small letter at its start, and else as it is. */
    static String uncapitalized(String word, Locale locale) {
        return withFirst(word, word.isEmpty() ? "" : first(word).toLowerCase(locale));
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }

    private static String first(String word) {
        return word.substring(0, Character.charCount(word.codePointAt(0)));
    }

    private static String withFirst(String word, String first) {
        int end = word.isEmpty() ? 0 : Character.charCount(word.codePointAt(0));
        return first.length() == end ? first + word.substring(end) : word;
    }
}
