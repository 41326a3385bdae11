package io.lingoduct.front.span.code;

import io.lingoduct.front.span.scan.Chars;
import io.lingoduct.front.span.scan.OpenText;
import io.lingoduct.front.span.scan.Sign;
import io.lingoduct.front.span.scan.StretchFinder;

/** Finds hashes, UUIDs, keys and tokens: long words of letters and digits that nobody can pronounce, and addresses of devices. */
public final class KeyFinder implements StretchFinder {

    private static final int LEAST_HEX = 7;
    private static final int LEAST_MIXED = 20;
    private static final int LEAST_CHANGES = 5;
    private static final int LONGEST_PRONOUNCED = 8;
    private static final String JOINING = "_-+/=.:";

    @Override
    public int signs() {
        return Sign.DIGIT.bit();
    }

    @Override
    public void find(OpenText text) {
        int i = 0;
        while (i < text.length()) {
            if (!isKeyPart(text.at(i)) || Chars.isWordOrUnderscore(text.at(i - 1))) {
                i++;
                continue;
            }
            int start = i;
            while (isKeyPart(text.at(i)) || JOINING.indexOf(text.at(i)) >= 0) {
                i++;
            }
            if (Chars.isWord(text.at(i))) {
                continue; // a word with other letters
            }
            int end = i;
            while (end > start && ".:-+/".indexOf(text.at(end - 1)) >= 0) {
                end--;
            }
            if (isHex(text, start, end) || isDeviceAddress(text, start, end) || isMixed(text, start, end)) {
                text.take(start, end);
            }
        }
    }

    private static boolean isKeyPart(char c) {
        return Chars.isAsciiLetter(c) || Chars.isDigit(c);
    }

    private static boolean isHex(OpenText text, int start, int end) {
        boolean prefixed = text.at(start) == '0' && text.at(start + 1) == 'x' && end > start + 2;
        int digits = 0;
        int letters = 0;
        int hyphens = 0;
        for (int i = prefixed ? start + 2 : start; i < end; i++) {
            char c = text.at(i);
            if (c == '-') {
                hyphens++;
            } else if (!Chars.isHex(c)) {
                return false;
            } else if (Chars.isDigit(c)) {
                digits++;
            } else {
                letters++;
            }
        }
        if (prefixed) {
            return hyphens == 0;
        }
        boolean isUuid = hyphens == 4 && digits + letters == 32;
        return isUuid
                || hyphens == 0
                        && digits > 1
                        && letters > 0
                        && digits + letters >= LEAST_HEX
                        && !isPower(text, start, end);
    }

    /** Such as 12345e67, which is a number. */
    private static boolean isPower(OpenText text, int start, int end) {
        int letters = 0;
        for (int i = start; i < end; i++) {
            letters += Chars.isDigit(text.at(i)) ? 0 : text.at(i) == 'e' || text.at(i) == 'E' ? 1 : 2;
        }
        return letters == 1;
    }

    /** IPv6, and MAC with colons. A time has no letters, and two colons at most. */
    private static boolean isDeviceAddress(OpenText text, int start, int end) {
        int colons = 0;
        boolean isSure = false;
        for (int i = start; i < end; i++) {
            char c = text.at(i);
            if (c == ':') {
                colons++;
                isSure |= text.at(i + 1) == ':';
            } else if (!Chars.isHex(c) && c != '/') {
                return false;
            }
        }
        return colons >= 2 && (isSure || colons >= 5);
    }

    private static boolean isMixed(OpenText text, int start, int end) {
        int upper = 0;
        int lower = 0;
        int digits = 0;
        int changes = 0;
        int run = 0;
        for (int i = start; i < end; i++) {
            char c = text.at(i);
            char before = text.at(i - 1);
            boolean isLower = Chars.isLowerAscii(c);
            upper += c >= 'A' && c <= 'Z' ? 1 : 0;
            lower += isLower ? 1 : 0;
            digits += Chars.isDigit(c) ? 1 : 0;
            run = isLower ? run + 1 : 0;
            if (run > LONGEST_PRONOUNCED) {
                return false;
            }
            boolean capital = isLower && before >= 'A' && before <= 'Z';
            changes += i > start && kind(c) != 0 && kind(before) != 0 && kind(c) != kind(before) && !capital ? 1 : 0;
        }
        return end - start >= LEAST_MIXED && digits > 1 && upper + lower > 1 && changes >= LEAST_CHANGES;
    }

    private static int kind(char c) {
        return Chars.isDigit(c) ? 1 : Chars.isLowerAscii(c) ? 2 : Chars.isAsciiLetter(c) ? 3 : 0;
    }
}
