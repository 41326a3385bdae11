package io.lingoduct.front.span.program;

import io.lingoduct.front.span.scan.Chars;
import io.lingoduct.front.span.scan.OpenText;
import io.lingoduct.front.span.scan.Sign;
import io.lingoduct.front.span.scan.StretchFinder;

/** Finds names behind a dollar sign, and in the brackets and stars of mailing tools: {@code $name}, {@code [[name]]}, {@code *|NAME|*}. */
public final class VariableFinder implements StretchFinder {

    private static final int LONGEST_NAME = 60;

    @Override
    public int signs() {
        return Sign.DOLLAR.bit() | Sign.BRACKET.bit() | Sign.STAR.bit();
    }

    @Override
    public void find(OpenText text) {
        int i = 0;
        while (i < text.length()) {
            int end =
                    switch (text.at(i)) {
                        case '$' -> dollarEnd(text, i);
                        case '[' -> betweenEnd(text, i, "[[", "]]");
                        case '*' -> betweenEnd(text, i, "*|", "|*");
                        default -> -1;
                    };
            if (end >= 0) {
                text.take(i, end);
            }
            i = Math.max(end, i + 1);
        }
    }

    private static int dollarEnd(OpenText text, int start) {
        if (Chars.isWordOrUnderscore(text.at(start - 1)) || text.at(start - 1) == '$') {
            return -1;
        }
        int i = nameEnd(text, start + 1);
        boolean isName = i > start + 2 && !Chars.isDigit(text.at(start + 1));
        return isName ? text.at(i) == '$' ? i + 1 : i : -1;
    }

    private static int betweenEnd(OpenText text, int start, String opening, String closing) {
        if (!text.startsWith(opening, start)) {
            return -1;
        }
        int name = start + opening.length();
        int i = name;
        while (i - name < LONGEST_NAME
                && (Chars.isWordOrUnderscore(text.at(i)) || text.at(i) == '.' || text.at(i) == ':')) {
            i++;
        }
        return i > name && text.startsWith(closing, i) ? i + closing.length() : -1;
    }

    private static int nameEnd(OpenText text, int from) {
        int i = from;
        while (i - from < LONGEST_NAME && Chars.isWordOrUnderscore(text.at(i))) {
            i++;
        }
        return Chars.isWordOrUnderscore(text.at(i)) ? from : i;
    }
}
