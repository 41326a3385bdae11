package io.lingoduct.front.span.address;

import io.lingoduct.front.span.scan.Chars;
import io.lingoduct.front.span.scan.OpenText;
import io.lingoduct.front.span.scan.Sign;
import io.lingoduct.front.span.scan.StretchFinder;

/** Finds names of accounts: {@code @name}, also with a host as in {@code @name@host.org}. */
public final class HandleFinder implements StretchFinder {

    @Override
    public int signs() {
        return Sign.AT.bit();
    }

    @Override
    public void find(OpenText text) {
        int i = text.next('@', 0);
        while (i < text.length()) {
            int end = end(text, i);
            if (end >= 0) {
                text.take(i, end);
            }
            i = text.next('@', Math.max(end, i + 1));
        }
    }

    private static int end(OpenText text, int start) {
        char before = text.at(start - 1);
        if (Chars.isWordOrUnderscore(before) || before == '@') {
            return -1;
        }
        int i = start + 1;
        boolean hasLetter = false;
        while (Chars.isWordOrUnderscore(text.at(i))
                || i > start + 1 && (text.at(i) == '.' || text.at(i) == '-') && Chars.isWord(text.at(i + 1))) {
            hasLetter |= Chars.isWord(text.at(i)) && !Chars.isDigit(text.at(i));
            i++;
        }
        if (!hasLetter) {
            return -1;
        }
        int host = text.at(i) == '@' ? HostName.end(text, i + 1, true) : -1;
        return Math.max(host, i);
    }
}
