package io.lingoduct.text.segment;

/** White space of a text: every Unicode space, tab, line break and control character. */
final class WhiteSpace {

    private WhiteSpace() {}

    static boolean is(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    /** White space that always separates segments: what lies on both sides of it is never one sentence. */
    static boolean isHardBreak(char c) {
        return switch (c) {
            case '\t', '\n', '\u000B', '\f', '\r', '\u0085', '\u2028', '\u2029' -> true;
            default -> false;
        };
    }

    /** The first index in [start, end) that is no white space, or end. */
    static int skip(CharSequence text, int start, int end) {
        int i = start;
        while (i < end && is(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The index behind the last character of [start, end) that is no white space, or start. */
    static int stripEnd(CharSequence text, int start, int end) {
        int i = end;
        while (i > start && is(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }
}
