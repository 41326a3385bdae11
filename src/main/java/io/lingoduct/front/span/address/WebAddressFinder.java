package io.lingoduct.front.span.address;

import io.lingoduct.front.span.scan.Chars;
import io.lingoduct.front.span.scan.OpenText;
import io.lingoduct.front.span.scan.Sign;
import io.lingoduct.front.span.scan.StretchFinder;
import java.util.Set;

/** Finds addresses that say what they are, by a scheme or by {@code www.}. */
public final class WebAddressFinder implements StretchFinder {

    private static final int LONGEST_SCHEME = 20;
    private static final Set<String> SCHEMES_WITHOUT_SLASHES =
            Set.of("tel", "sms", "urn", "geo", "magnet", "data", "doi", "skype", "callto", "facetime");

    @Override
    public int signs() {
        return Sign.COLON.bit() | Sign.DOT.bit();
    }

    @Override
    public void find(OpenText text) {
        int i = 0;
        while (i < text.length()) {
            char c = text.at(i);
            int start = -1;
            int end = -1;
            if (c == ':') {
                start = schemeStart(text, i);
                end = start < 0 ? -1 : endBehindScheme(text, start, i);
            } else if (c == '.' && (text.at(i - 1) | ' ') == 'w') {
                start = wwwStart(text, i);
                end = start < 0 ? -1 : AddressEnd.of(text, i + 1);
                end = end > i + 1 ? end : -1;
            }
            if (end >= 0) {
                text.take(start, end);
            }
            i = Math.max(end, i + 1);
        }
    }

    private static int schemeStart(OpenText text, int colon) {
        int i = colon;
        while (colon - i < LONGEST_SCHEME && isSchemePart(text.at(i - 1))) {
            i--;
        }
        int known =
                text.startsWith("https", colon - 5) ? colon - 5 : text.startsWith("http", colon - 4) ? colon - 4 : i;
        i = Math.max(i, known);
        while (i < colon && !Chars.isAsciiLetter(text.at(i))) {
            i++;
        }
        return colon - i > 1 && colon - i < LONGEST_SCHEME ? i : -1;
    }

    private static boolean isSchemePart(char c) {
        return Chars.isAsciiLetter(c) || Chars.isDigit(c) || c == '+' || c == '.' || c == '-' || c == ':';
    }

    private static int endBehindScheme(OpenText text, int start, int colon) {
        int rest = colon + 1;
        if (text.startsWith("//", rest)) {
            rest += 2;
            char first = text.at(rest);
            if (!Chars.isWord(first) && first != '/' && first != '[' && first != '{' && first != '$') {
                return -1;
            }
        } else if (!SCHEMES_WITHOUT_SLASHES.contains(text.part(start, colon))
                || !Chars.isWord(text.at(rest)) && text.at(rest) != '+' && text.at(rest) != '?') {
            return -1;
        }
        int end = AddressEnd.of(text, rest);
        return end > rest ? end : -1;
    }

    private static int wwwStart(OpenText text, int dot) {
        for (int i = dot - 3; i < dot; i++) {
            if ((text.at(i) | ' ') != 'w') {
                return -1;
            }
        }
        char before = text.at(dot - 4);
        return Chars.isWordOrUnderscore(before) || before == '.' || !Chars.isWord(text.at(dot + 1)) ? -1 : dot - 3;
    }
}
