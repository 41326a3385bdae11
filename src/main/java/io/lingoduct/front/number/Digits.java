package io.lingoduct.front.number;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digits, and what may stand between two of them. */
final class Digits {

    /** A digit of any script, as a regular expression. */
    static final String DIGIT = "[\\p{Nd}&&[\\x{0}-\\x{FFFF}]]";

    /** A space as it is written before a sign or between thousands. */
    static final String SPACE = "[ \u00A0\u202F\u2009]";

    /** Numbers of more digits have no value to count with. */
    static final int MOST = 30;

    private static final String WITHIN = ".,:/'\u2019_-\u2013\u2014\u2212\u00D7^+=*\u066B\u066C";
    private static final String DASHES = "-\u2013\u2014\u2212";

    private Digits() {}

    static boolean isDigit(char c) {
        return c >= '0' && (c <= '9' || c > 0x7F && Character.isDigit(c));
    }

    /** Whether the character is a fraction by itself, such as a half. */
    static boolean isFraction(char c) {
        return c >= 0xBC && c <= 0xBE || c >= 0x2150 && c <= 0x215E;
    }

    static boolean isDash(char c) {
        return DASHES.indexOf(c) >= 0;
    }

    /** Index of the next digit or fraction; -1 if there is none. */
    static int next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(c) || isFraction(c)) {
                return i;
            }
        }
        return -1;
    }

    static boolean isAt(String text, int i) {
        return i < text.length() && isDigit(text.charAt(i));
    }

    static int endOfRun(String text, int from) {
        int end = from;
        while (isAt(text, end)) {
            end++;
        }
        return end;
    }

    /** Whether a digit comes next, or a sign with a digit behind it. */
    static boolean goesOn(String text, int i) {
        return isAt(text, i) || i < text.length() && WITHIN.indexOf(text.charAt(i)) >= 0 && isAt(text, i + 1);
    }

    /** End of all digits from here on that have no more than one sign between them. */
    static int endOfChain(String text, int from) {
        int end = from + 1;
        while (goesOn(text, end)) {
            end += isAt(text, end) ? 1 : 2;
        }
        return end;
    }

    /** With spaces and dashes of one kind, so that copies compare equal. */
    static String uniform(String written) {
        var uniform = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (isDigit(c)) {
                uniform.append(Character.digit(c, 10));
            } else {
                uniform.append(isDash(c) ? '-' : Character.isSpaceChar(c) ? ' ' : c == '\u2019' ? '\'' : c);
            }
        }
        return uniform.toString();
    }

    static int toInt(String digits) {
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            number = 10 * number + Character.digit(digits.charAt(i), 10);
        }
        return number;
    }

    /** The match of a pattern that begins here, which may look at what stands before. */
    static Optional<Matcher> match(Pattern pattern, String text, int from) {
        var matcher = pattern.matcher(text)
                .region(from, text.length())
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
        return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
    }

    /** The longest match of a pattern that ends here, and begins at {@code earliest} or later. */
    static Optional<Matcher> matchBefore(Pattern pattern, String text, int earliest, int end) {
        var matcher = pattern.matcher(text).region(earliest, end).useTransparentBounds(true);
        while (matcher.find()) {
            if (matcher.end() == end) {
                return Optional.of(matcher);
            }
        }
        return Optional.empty();
    }
}
