package io.lingoduct.front.span.address;

import io.lingoduct.front.span.scan.Chars;
import io.lingoduct.front.span.scan.OpenText;
import io.lingoduct.front.span.scan.Sign;
import io.lingoduct.front.span.scan.StretchFinder;

/** Finds e-mail addresses, with {@code mailto:} and what is asked of it or without. */
public final class EmailFinder implements StretchFinder {

    private static final int LONGEST_LOCAL_PART = 64;
    private static final String IN_LOCAL_PART = "._%+-";
    private static final String SCHEME = "mailto:";

    @Override
    public int signs() {
        return Sign.AT.bit();
    }

    @Override
    public void find(OpenText text) {
        int i = text.next('@', 0);
        while (i < text.length()) {
            int start = start(text, i);
            int end = start < 0 ? -1 : HostName.end(text, i + 1, true);
            if (end >= 0) {
                if (text.startsWith(SCHEME, start - SCHEME.length())) {
                    start -= SCHEME.length();
                    end = text.at(end) == '?' ? Math.max(end, AddressEnd.of(text, end)) : end;
                }
                text.take(start, end);
            }
            i = text.next('@', Math.max(end, i + 1));
        }
    }

    private static int start(OpenText text, int at) {
        int i = at;
        while (at - i <= LONGEST_LOCAL_PART && isLocal(text.at(i - 1))) {
            i--;
        }
        if (at - i > LONGEST_LOCAL_PART || text.at(i - 1) == '@') {
            return -1;
        }
        while (i < at && text.at(i) != '_' && !Chars.isWord(text.at(i))) {
            i++;
        }
        return i < at && text.at(at - 1) != '.' ? i : -1;
    }

    private static boolean isLocal(char c) {
        return Chars.isWord(c) || IN_LOCAL_PART.indexOf(c) >= 0;
    }
}
