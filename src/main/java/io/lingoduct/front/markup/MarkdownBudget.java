package io.lingoduct.front.markup;

/** Tells texts whose paragraphs have so many marks that a parser of Markdown needs more than linear time for them, or more stack. */
final class MarkdownBudget {

    private static final int MOST_MARKS = 1000;
    private static final int MOST_COLUMNS = 100;
    private static final String MARKS = "*_[]`~<!&(\\";

    private MarkdownBudget() {}

    /** Whether marks of one paragraph, or columns of a line, are more than anybody writes. */
    static boolean isExceeded(String text) {
        int marks = 0;
        int columns = 0;
        boolean atLineStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                marks = atLineStart ? 0 : marks;
                columns = 0;
                atLineStart = true;
                continue;
            }
            marks = atLineStart && isStartOfItem(text, i) ? 0 : marks;
            marks += MARKS.indexOf(c) >= 0 ? 1 : 0;
            columns += c == '|' ? 1 : 0;
            atLineStart &= c == ' ' || c == '\t';
            if (marks > MOST_MARKS || columns > MOST_COLUMNS) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStartOfItem(String text, int at) {
        char c = text.charAt(at);
        return c == '#' || (c == '-' || c == '*' || c == '+') && at + 1 < text.length() && text.charAt(at + 1) == ' ';
    }
}
