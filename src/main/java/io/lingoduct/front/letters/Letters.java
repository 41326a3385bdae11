package io.lingoduct.front.letters;

import java.util.Locale;

/** Changes of case that keep the number of characters in going down, so that places in a text stay what they are. */
final class Letters {

    private Letters() {}

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** The text itself where its small letters are more or fewer. */
    static String lower(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.length() == text.length() ? lower : text;
    }

    /** With a capital at its start, where that is one letter again. */
    static String capitalized(String word) {
        if (word.isEmpty()) {
            return word;
        }
        int first = word.offsetByCodePoints(0, 1);
        var capital = word.substring(0, first).toUpperCase(Locale.ROOT);
        return capital.length() == first ? capital + word.substring(first) : word;
    }

    static String uncapitalized(String word) {
        if (word.isEmpty()) {
            return word;
        }
        int first = word.offsetByCodePoints(0, 1);
        return lower(word.substring(0, first)) + word.substring(first);
    }

    static boolean isUpper(String word) {
        return word.codePoints().anyMatch(Character::isUpperCase)
                && word.codePoints().noneMatch(Character::isLowerCase);
    }

    static boolean isLower(String word) {
        return word.codePoints().anyMatch(Character::isLowerCase)
                && word.codePoints().noneMatch(Character::isUpperCase);
    }

    static boolean isCapitalized(String word) {
        return !word.isEmpty()
                && Character.isUpperCase(word.codePointAt(0))
                && word.codePoints().skip(1).noneMatch(Character::isUpperCase);
    }

    static boolean isWord(String word) {
        return !word.isEmpty() && Character.isLetter(word.codePointAt(0));
    }
}
