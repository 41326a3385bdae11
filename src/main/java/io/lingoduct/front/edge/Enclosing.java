package io.lingoduct.front.edge;

/** Quotes and brackets that enclose a sentence, or that stand at its edge without their partner. */
final class Enclosing {

    /** Opening and closing ones at the same place; German, English, French, Swiss and Scandinavian use some the other way round. */
    private static final String OPENING =
            "\"'\u201C\u201E\u201D\u201E\u00AB\u00BB\u00BB\u2039\u203A\u2018\u201A\u201A\u2019([{<\u300C\u300E\u3010`";

    private static final String CLOSING =
            "\"'\u201D\u201C\u201D\u201D\u00BB\u00AB\u00BB\u203A\u2039\u2019\u2018\u2019\u2019)]}>\u300D\u300F\u3011`";

    private static final String CLOSING_ONLY =
            ")]}\u00BB\u00AB\u203A\u2039\u201D\u201C\u2019\u2018\u300D\u300F\u3011\"'";

    private Enclosing() {}

    /** Whether a character closes a quote or a bracket, in any language. */
    static boolean closes(char c) {
        return CLOSING_ONLY.indexOf(c) >= 0;
    }

    /** Whether the first and the last character of [start, end) belong together and enclose all of the rest. */
    static boolean isPair(String text, int start, int end) {
        if (end - start < 3 || !isOpening(text, start, end)) {
            return false;
        }
        char opening = text.charAt(start);
        char closing = text.charAt(end - 1);
        if (!belong(opening, closing)) {
            return false;
        }
        int depth = 0;
        for (int i = start + 1; i < end - 1; i++) {
            char c = text.charAt(i);
            if (opening == closing) {
                if (c == opening && !isInWord(text, i, start, end)) {
                    return false;
                }
            } else if (c == opening) {
                depth++;
            } else if (c == closing && !isInWord(text, i, start, end) && --depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    /** Whether the first character of [start, end) opens what is not closed. */
    static boolean isLoneOpening(String text, int start, int end) {
        char opening = text.charAt(start);
        if (end - start < 2
                || opening == '\''
                || opening == '\u2019'
                || opening == '<'
                || opening == '`'
                || OPENING.indexOf(opening) < 0) {
            return false;
        }
        for (int i = start + 1; i < end; i++) {
            if (belong(opening, text.charAt(i)) && !isInWord(text, i, start, end)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the last character of [start, end) closes what was not opened. */
    static boolean isLoneClosing(String text, int start, int end) {
        char closing = text.charAt(end - 1);
        if (end - start < 2 || closing == '>' || closing == '`' || CLOSING.indexOf(closing) < 0) {
            return false;
        }
        boolean apostrophe = closing == '\'' || closing == '\u2019';
        if (apostrophe && !FinalMarks.isMark(text.charAt(end - 2))) {
            return false;
        }
        for (int i = start; i < end - 1; i++) {
            if (belong(text.charAt(i), closing) && !isInWord(text, i, start, end)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOpening(String text, int start, int end) {
        char c = text.charAt(start);
        boolean apostrophe = c == '\'' || c == '\u2019';
        return !apostrophe
                || Character.isLetterOrDigit(text.charAt(start + 1))
                || end - start > 3 && text.charAt(start + 1) == '(';
    }

    private static boolean belong(char opening, char closing) {
        for (int kind = OPENING.indexOf(opening); kind >= 0; kind = OPENING.indexOf(opening, kind + 1)) {
            if (CLOSING.charAt(kind) == closing) {
                return true;
            }
        }
        return false;
    }

    /** Whether a mark is an apostrophe between letters. */
    private static boolean isInWord(String text, int index, int start, int end) {
        char c = text.charAt(index);
        return (c == '\'' || c == '\u2019')
                && index > start
                && index + 1 < end
                && Character.isLetter(text.charAt(index - 1))
                && Character.isLetter(text.charAt(index + 1));
    }
}
