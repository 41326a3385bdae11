package io.lingoduct.text.segment;

import java.util.Locale;

/**
 * Word that follows a possible end of a sentence.
 *
 * @param text its letters and digits, opening quotes, brackets and invisible characters before it left out; empty if it has none
 * @param end index behind it
 * @param follower the character behind it; 0 at the end of the line
 * @param first the code point with which the line goes on, a quote or bracket among them
 */
record NextWord(String text, int end, char follower, int first) {

    /** No word that matters is longer, in characters. */
    private static final int LONGEST = 24;

    private static final String OPENING = "\"'([{+#\u00AB\u00BB\u2018\u201A\u201C\u201E\u2039\u203A";

    static NextWord at(String line, int start) {
        int limit = Math.min(line.length(), start + LONGEST);
        int from = start;
        while (from < limit && isBeforeWord(line.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < limit && Character.isLetterOrDigit(line.charAt(to))) {
            to++;
        }
        return new NextWord(
                line.substring(from, to), to, to < line.length() ? line.charAt(to) : 0, line.codePointAt(start));
    }

    private static boolean isBeforeWord(char c) {
        return OPENING.indexOf(c) >= 0 || WhiteSpace.is(c) || Invisible.is(c);
    }

    String lowerCase() {
        return text.toLowerCase(Locale.ROOT);
    }

    boolean isNumber() {
        return !text.isEmpty() && Character.isDigit(text.charAt(0));
    }

    /** Whether it is written small, without anything before it. */
    boolean isLowerCase() {
        return Character.isLowerCase(first);
    }

    boolean isUpperCase() {
        return !text.isEmpty() && Character.isUpperCase(text.charAt(0));
    }
}
