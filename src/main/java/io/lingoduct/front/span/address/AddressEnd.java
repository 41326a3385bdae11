package io.lingoduct.front.span.address;

import io.lingoduct.front.span.scan.Chars;
import io.lingoduct.front.span.scan.OpenText;

/** Where an address in a sentence ends: before marks that belong to the sentence, and before a bracket that was opened outside. */
final class AddressEnd {

    private static final String ASCII_IN = "!#$%&'()*+,-./:;=?@[]_~{}";
    private static final String NEVER_LAST = ".,;:!?'*&([{";
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final String[] ENTITIES_OUTSIDE = {"&nbsp;", "&quot;", "&lt;", "&gt;", "&apos;", "&#"};

    private AddressEnd() {}

    /** Index behind the address's last character; it may be the start. */
    static int of(OpenText text, int start) {
        int i = start;
        var depth = new int[OPENING.length()];
        while (isIn(text.at(i)) && !isEntity(text, i)) {
            int opened = OPENING.indexOf(text.at(i));
            int closed = CLOSING.indexOf(text.at(i));
            if (opened >= 0) {
                depth[opened]++;
            } else if (closed >= 0 && --depth[closed] < 0) {
                break;
            }
            i++;
        }
        while (i > start && NEVER_LAST.indexOf(text.at(i - 1)) >= 0) {
            i--;
        }
        return i;
    }

    private static boolean isIn(char c) {
        return Chars.isWord(c) || ASCII_IN.indexOf(c) >= 0;
    }

    private static boolean isEntity(OpenText text, int i) {
        if (text.at(i) == '&') {
            for (var entity : ENTITIES_OUTSIDE) {
                if (text.startsWith(entity, i)) {
                    return true;
                }
            }
        }
        return false;
    }
}
