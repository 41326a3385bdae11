package io.lingoduct.front.span.address;

import io.lingoduct.front.span.scan.Chars;
import io.lingoduct.front.span.scan.OpenText;
import io.lingoduct.front.span.scan.Sign;
import io.lingoduct.front.span.scan.StretchFinder;

/** Finds hashtags. A number behind the sign makes none, and a code such as {@code #A-12} is left to others. */
public final class HashtagFinder implements StretchFinder {

    @Override
    public int signs() {
        return Sign.HASH.bit();
    }

    @Override
    public void find(OpenText text) {
        int i = text.next('#', 0);
        while (i < text.length()) {
            int end = end(text, i);
            if (end >= 0) {
                text.take(i, end);
            }
            i = text.next('#', Math.max(end, i + 1));
        }
    }

    private static int end(OpenText text, int start) {
        char before = text.at(start - 1);
        if (Chars.isWordOrUnderscore(before) || before == '#' || before == '&' || before == '/') {
            return -1;
        }
        int i = start + 1;
        boolean hasLetter = false;
        while (text.at(i) == '_' || Character.isLetterOrDigit(text.at(i))) {
            hasLetter |= Character.isLetter(text.at(i));
            i++;
        }
        boolean isCode = "-./".indexOf(text.at(i)) >= 0 && Chars.isDigit(text.at(i + 1));
        return hasLetter && !isCode ? i : -1;
    }
}
