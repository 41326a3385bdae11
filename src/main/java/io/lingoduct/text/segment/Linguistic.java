package io.lingoduct.text.segment;

import com.ibm.icu.lang.UCharacter;
import java.util.regex.Pattern;

/**
 * Tells language from what only looks like text: numbers, punctuation, emoji, URLs and e-mail addresses, text in a script that
 * the language is not written in, bytes that were no text.
 */
final class Linguistic {

    /** A whole word, from its first letter or digit on. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:[a-z][a-z0-9+.-]*+://|www\\.|mailto:).++|[^@]++@[^@.]++\\.[^@]++", Pattern.CASE_INSENSITIVE);

    private static final int REPLACEMENT = 0xFFFD;

    private final LanguageLetters letters;

    Linguistic(LanguageLetters letters) {
        this.letters = letters;
    }

    /** Whether [start, end) has a letter of the language outside of addresses. */
    boolean hasWord(String text, int start, int end) {
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

    /** Whether a segment {@linkplain #hasWord has a word}, and more letters than broken characters. */
    boolean isTranslatable(String text, int start, int end) {
        return hasWord(text, start, end) && !isBroken(text, start, end);
    }

    private boolean isBroken(String text, int start, int end) {
        int good = 0;
        int broken = 0;
        int i = start;
        while (i < end) {
            int codePoint = text.codePointAt(i);
            if (letters.contains(codePoint)) {
                good++;
            } else if (isBroken(codePoint)) {
                broken++;
            }
            i += Character.charCount(codePoint);
        }
        return broken >= good;
    }

    /** Characters that stand in no text that was written, only where bytes were taken for one. */
    private static boolean isBroken(int codePoint) {
        return switch (UCharacter.getType(codePoint)) {
            case UCharacter.UNASSIGNED, UCharacter.SURROGATE, UCharacter.PRIVATE_USE, UCharacter.CONTROL -> true;
            default -> codePoint == REPLACEMENT;
        };
    }

    private static int wordEnd(String text, int start, int end) {
        int i = start;
        while (i < end && !WhiteSpace.is(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private boolean hasLetter(String text, int start, int end) {
        int i = start;
        while (i < end) {
            int codePoint = text.codePointAt(i);
            if (letters.contains(codePoint)) {
                return true;
            }
            i += Character.charCount(codePoint);
        }
        return false;
    }

    /** Whether the word [start, end), with punctuation around it, is a URL or an e-mail address. */
    static boolean isAddress(String text, int start, int end) {
        int first = start;
        while (first < end && !UCharacter.isLetterOrDigit(text.codePointAt(first))) {
            first += Character.charCount(text.codePointAt(first));
        }
        return first < end && ADDRESS.matcher(text).region(first, end).matches();
    }
}
