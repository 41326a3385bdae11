package io.lingoduct.front.span.address;

import io.lingoduct.front.span.scan.Chars;
import io.lingoduct.front.span.scan.OpenText;
import io.lingoduct.front.span.scan.Sign;
import io.lingoduct.front.span.scan.StretchFinder;

/** Finds addresses that begin with the name of a host, without scheme, and have a path or not. */
public final class DomainFinder implements StretchFinder {

    @Override
    public int signs() {
        return Sign.DOT.bit();
    }

    @Override
    public void find(OpenText text) {
        int i = 0;
        while (i < text.length()) {
            if (!Chars.isWord(text.at(i))) {
                i++;
                continue;
            }
            int start = i;
            boolean hasDot = false;
            while (isHostPart(text.at(i))) {
                hasDot |= text.at(i) == '.' && Chars.isWord(text.at(i + 1));
                i++;
            }
            int end = hasDot && mayBegin(text.at(start - 1)) ? HostName.end(text, start, false) : -1;
            if (end >= 0 && !goesOn(text, end)) {
                char next = text.at(end);
                if (next == '/' || next == '?' || next == '#' || next == ':' && Chars.isDigit(text.at(end + 1))) {
                    end = AddressEnd.of(text, end + 1);
                    end = text.at(end) == '/' && text.at(end - 1) != '/' ? end + 1 : end;
                }
                text.take(start, end);
                i = Math.max(i, end);
            }
        }
    }

    private static boolean isHostPart(char c) {
        return Chars.isWord(c) || c == '.' || c == '-';
    }

    private static boolean mayBegin(char before) {
        return "@/\\_%$~&=:".indexOf(before) < 0 || before == OpenText.CLOSED;
    }

    private static boolean goesOn(OpenText text, int end) {
        char c = text.at(end);
        return c == '_' || c == '@' || c == '(' && text.at(end + 1) == ')';
    }
}
