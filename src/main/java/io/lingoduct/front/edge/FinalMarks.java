package io.lingoduct.front.edge;

/** Marks that end a sentence. */
final class FinalMarks {

    private static final String MARKS = ".!?\u2026\u203D\u203C\u2047\u2048\u2049\u3002\uFF01\uFF1F";

    private FinalMarks() {}

    static boolean isMark(char c) {
        return MARKS.indexOf(c) >= 0;
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\t';
    }

    /** The one mark that says about the same as several: that it is a question, or loud, or neither. */
    static char natural(String marks) {
        if (marks.chars()
                .anyMatch(c -> c == '?'
                        || c == '\u203D'
                        || c == '\u2047'
                        || c == '\u2048'
                        || c == '\u2049'
                        || c == '\uFF1F')) {
            return '?';
        }
        return marks.chars().anyMatch(c -> c == '!' || c == '\u203C' || c == '\uFF01') ? '!' : '.';
    }
}
