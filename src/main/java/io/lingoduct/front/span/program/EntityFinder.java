package io.lingoduct.front.span.program;

import io.lingoduct.front.span.scan.Chars;
import io.lingoduct.front.span.scan.OpenText;
import io.lingoduct.front.span.scan.Sign;
import io.lingoduct.front.span.scan.StretchFinder;

/** Finds entities of HTML, such as {@code &nbsp;} and {@code &#39;}, as they are written. */
public final class EntityFinder implements StretchFinder {

    private static final int LONGEST = 33;

    @Override
    public int signs() {
        return Sign.AMPERSAND.bit();
    }

    @Override
    public void find(OpenText text) {
        int i = text.next('&', 0);
        while (i < text.length()) {
            int end = end(text, i);
            if (end >= 0) {
                text.take(i, end);
            }
            i = text.next('&', Math.max(end, i + 1));
        }
    }

    private static int end(OpenText text, int start) {
        int first = start + 1;
        boolean number = text.at(first) == '#';
        boolean hex = number && (text.at(first + 1) == 'x' || text.at(first + 1) == 'X');
        if (number) {
            first += hex ? 2 : 1;
        }
        int i = first;
        while (i - start < LONGEST && isPart(text.at(i), number, hex)) {
            i++;
        }
        boolean named = number || Chars.isAsciiLetter(text.at(first)) && i - first > 1;
        return i > first && named && text.at(i) == ';' ? i + 1 : -1;
    }

    private static boolean isPart(char c, boolean number, boolean hex) {
        return Chars.isDigit(c) || hex && Chars.isHex(c) || !number && Chars.isAsciiLetter(c);
    }
}
