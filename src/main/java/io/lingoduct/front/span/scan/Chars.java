package io.lingoduct.front.span.scan;

/** Sorts of characters that more than one finder asks for. None of them holds for {@link OpenText#CLOSED}. */
public final class Chars {

    private static final char FIRST_OF_EAST_ASIA = '\u2E80';

    private Chars() {}

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    public static boolean isLowerAscii(char c) {
        return c >= 'a' && c <= 'z';
    }

    public static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** A letter of a script that puts spaces between words, or an ASCII digit. */
    public static boolean isWord(char c) {
        return isAsciiLetter(c) || isDigit(c) || c > '\u007F' && c < FIRST_OF_EAST_ASIA && Character.isLetter(c);
    }

    public static boolean isWordOrUnderscore(char c) {
        return c == '_' || isWord(c);
    }

    public static boolean isHex(char c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
