package io.lingoduct.text;

import java.util.regex.Pattern;

/** Tells language from what only looks like text: numbers, punctuation, emoji, URLs and e-mail addresses. */
final class Linguistic {

    /** A whole word, from its first letter or digit on. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:[a-z][a-z0-9+.-]*+://|www\\.|mailto:).++|[^@]++@[^@.]++\\.[^@]++", Pattern.CASE_INSENSITIVE);

    private Linguistic() {}

    /** Whether [start, end) has a letter outside of addresses. */
    static boolean isTranslatable(String text, int start, int end) {
        int wordStart = start;
        while (wordStart < end) {
            wordStart = WhiteSpace.skip(text, wordStart, end);
            int wordEnd = wordEnd(text, wordStart, end);
            if (hasLetter(text, wordStart, wordEnd) && !isAddress(text, wordStart, wordEnd)) {
                return true;
            }
            wordStart = wordEnd;
        }
        return false;
    }

    private static int wordEnd(String text, int start, int end) {
        int i = start;
        while (i < end && !WhiteSpace.is(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean hasLetter(String text, int start, int end) {
        int i = start;
        while (i < end) {
            int codePoint = text.codePointAt(i);
            if (Character.isLetter(codePoint)) {
                return true;
            }
            i += Character.charCount(codePoint);
        }
        return false;
    }

    private static boolean isAddress(String text, int start, int end) {
        int first = start;
        while (!Character.isLetterOrDigit(text.codePointAt(first))) {
            first += Character.charCount(text.codePointAt(first));
        }
        return ADDRESS.matcher(text).region(first, end).matches();
    }
}
