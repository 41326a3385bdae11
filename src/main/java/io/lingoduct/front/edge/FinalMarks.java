package io.lingoduct.front.edge;

/** Marks that end a sentence, and spaces before them. */
final class FinalMarks {

    private static final String MARKS = ".!?\u2026\u203D\u203C\u2047\u2048\u2049\u3002\uFF01\uFF1F";
    private static final String ASKING = "?\u203D\u2047\u2048\u2049\uFF1F";
    private static final String LOUD = "!\u203C\uFF01";
    private static final String ELLIPSES = "\u2026\u203D\u203C\u2047\u2048\u2049";

    private FinalMarks() {}

    static boolean isMark(char c) {
        return MARKS.indexOf(c) >= 0;
    }

    /** Whether a mark is one that a sentence has alone. */
    static boolean isPlain(char c) {
        return isMark(c) && ELLIPSES.indexOf(c) < 0;
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009' || c == '\t';
    }

    static int skipSpaces(String text, int start, int end) {
        int at = start;
        while (at < end && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static int stripSpaces(String text, int start, int end) {
        int at = end;
        while (at > start && isSpace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** Where the marks at the end of [start, end) begin; there may be spaces between them. */
    static int startOfMarks(String text, int start, int end) {
        int at = end;
        int first = end;
        while (at > start && (isMark(text.charAt(at - 1)) || isSpace(text.charAt(at - 1)))) {
            at--;
            if (isMark(text.charAt(at))) {
                first = at;
            }
        }
        return first;
    }

    /** The one mark that says about the same as several: that it is a question, or loud, or neither. */
    static char natural(String marks) {
        if (marks.chars().anyMatch(c -> ASKING.indexOf(c) >= 0)) {
            return '?';
        }
        return marks.chars().anyMatch(c -> LOUD.indexOf(c) >= 0) ? '!' : '.';
    }
}
