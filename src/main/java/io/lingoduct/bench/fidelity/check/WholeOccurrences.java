package io.lingoduct.bench.fidelity.check;

/**
 * Places where a string stands in a text as a whole: not as a part of a longer word, nor of a longer number such as 1,048 within
 * 21,048.5.
 */
public final class WholeOccurrences {

    private static final String BETWEEN_DIGITS = ".,:'’";

    private WholeOccurrences() {}

    /** Whether the string stands there once as a whole, and nowhere as a part of something. */
    public static boolean isOnce(String text, String part) {
        int first = text.indexOf(part);
        return first >= 0 && isWhole(text, first, first + part.length()) && text.indexOf(part, first + 1) < 0;
    }

    private static boolean isWhole(String text, int start, int end) {
        return !continuesBefore(text, start) && !continuesAfter(text, end);
    }

    private static boolean continuesBefore(String text, int start) {
        int first = text.codePointAt(start);
        if (start == 0 || !Character.isLetterOrDigit(first)) {
            return false;
        }
        int before = text.codePointBefore(start);
        return Character.isLetterOrDigit(before)
                || Character.isDigit(first)
                        && BETWEEN_DIGITS.indexOf(before) >= 0
                        && start > 1
                        && Character.isDigit(text.codePointBefore(start - 1));
    }

    private static boolean continuesAfter(String text, int end) {
        int last = text.codePointBefore(end);
        if (end == text.length() || !Character.isLetterOrDigit(last)) {
            return false;
        }
        int after = text.codePointAt(end);
        return Character.isLetterOrDigit(after)
                || Character.isDigit(last)
                        && BETWEEN_DIGITS.indexOf(after) >= 0
                        && end + 1 < text.length()
                        && Character.isDigit(text.codePointAt(end + 1));
    }
}
