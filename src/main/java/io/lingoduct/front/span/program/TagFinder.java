package io.lingoduct.front.span.program;

import io.lingoduct.front.span.scan.Chars;
import io.lingoduct.front.span.scan.OpenText;
import io.lingoduct.front.span.scan.Sign;
import io.lingoduct.front.span.scan.StretchFinder;

/** Finds tags of HTML and XML, comments, and instructions of template languages such as {@code <% … %>}. */
public final class TagFinder implements StretchFinder {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_TAG = 4_000;

    @Override
    public int signs() {
        return Sign.ANGLE.bit();
    }

    @Override
    public void find(OpenText text) {
        var comments = new NextPlace(text, "-->");
        var data = new NextPlace(text, "]]>");
        var instructions = new NextPlace(text, "?>");
        var templates = new NextPlace(text, "%>");
        int i = text.next('<', 0);
        while (i < text.length()) {
            int end;
            if (text.startsWith("<!--", i)) {
                end = comments.endFrom(i + 4);
            } else if (text.startsWith("<![CDATA[", i)) {
                end = data.endFrom(i + 9);
            } else if (text.at(i + 1) == '?' && Chars.isAsciiLetter(text.at(i + 2))) {
                end = instructions.endFrom(i + 2);
            } else if (text.at(i + 1) == '%') {
                end = templates.endFrom(i + 2);
            } else {
                end = tagEnd(text, i);
            }
            if (end >= 0) {
                text.take(i, end);
            }
            i = text.next('<', Math.max(end, i + 1));
        }
    }

    /** Index behind a tag that begins with the {@code <} at an index, or -1. */
    private static int tagEnd(OpenText text, int start) {
        int i = start + 1;
        boolean closing = text.at(i) == '/';
        if (closing || text.at(i) == '!') {
            i++;
        }
        if (!Character.isLetter(text.at(i))) {
            return -1;
        }
        int name = i;
        while (isNamePart(text.at(i)) && i - name < LONGEST_NAME) {
            i++;
        }
        char c = text.at(i);
        boolean ends = c == '>' || c == '/' && text.at(i + 1) == '>';
        return ends || Character.isWhitespace(c) ? endOfAttributes(text, i, start + LONGEST_TAG) : -1;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == ':' || c == '_' || c == '.';
    }

    /** Index behind the {@code >} that is in no quotes, or -1 if another tag, a closed stretch or the limit comes first. */
    private static int endOfAttributes(OpenText text, int from, int limit) {
        char quote = 0;
        char before = 0;
        for (int i = from; i < limit; i++) {
            char c = text.at(i);
            if (c == OpenText.CLOSED || c == '<' && quote == 0) {
                return -1;
            }
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return i + 1;
            } else if ((c == '"' || c == '\'') && before == '=') {
                quote = c;
            }
            before = Character.isWhitespace(c) ? before : c;
        }
        return -1;
    }
}
