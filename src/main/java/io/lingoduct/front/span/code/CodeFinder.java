package io.lingoduct.front.span.code;

import io.lingoduct.front.span.scan.Chars;
import io.lingoduct.front.span.scan.OpenText;
import io.lingoduct.front.span.scan.Sign;
import io.lingoduct.front.span.scan.StretchFinder;

/**
 * Finds codes of products, orders, versions and the like, and identifiers with underscores. A code is read as a run of letters, digits and
 * single marks between them; {@link CodeShape} and {@link DigitGroups} tell codes from words with numbers in them.
 */
public final class CodeFinder implements StretchFinder {

    @Override
    public int signs() {
        return Sign.DIGIT.bit() | Sign.UNDERSCORE.bit();
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
            boolean hasDigit = false;
            boolean hasUnderscore = false;
            while (Chars.isWord(text.at(i)) || joins(text, i)) {
                hasDigit |= Chars.isDigit(text.at(i));
                hasUnderscore |= text.at(i) == '_';
                i++;
            }
            if ((hasDigit || hasUnderscore) && !isPartOfNumber(text, start)) {
                take(text, start, i);
            }
        }
    }

    private static boolean joins(OpenText text, int i) {
        char before = text.at(i - 1);
        char next = text.at(i + 1);
        return switch (text.at(i)) {
            case '-', '/' -> Chars.isWord(before) && Chars.isWord(next);
            case '.' -> Chars.isDigit(before) && Chars.isDigit(next);
            case '_' -> Chars.isWordOrUnderscore(before) && Chars.isWordOrUnderscore(next);
            case ':' -> Chars.isDigit(before) && Chars.isDigit(next);
            default -> false;
        };
    }

    private static boolean isPartOfNumber(OpenText text, int start) {
        return Chars.isDigit(text.at(start))
                && ".,'’".indexOf(text.at(start - 1)) >= 0
                && Chars.isDigit(text.at(start - 2));
    }

    private static void take(OpenText text, int start, int end) {
        boolean numbered = text.at(start - 1) == '#' && !Chars.isWordOrUnderscore(text.at(start - 2));
        if (DigitGroups.areDigits(text, start, end)) {
            if (numbered || DigitGroups.areCode(text, start, end)) {
                text.take(numbered ? start - 1 : start, end);
            }
            return;
        }
        if (DigitGroups.isTimestamp(text, start, end) || isOneCode(text, start, end)) {
            text.take(numbered ? start - 1 : start, end);
            return;
        }
        int piece = start;
        for (int i = start; i <= end; i++) {
            if (i == end || text.at(i) == '/' || text.at(i) == ':') {
                CodeShape.take(text, piece, i);
                piece = i + 1;
            }
        }
    }

    /** Whether slashes, too, belong to a code: all letters are capitals, as in INV/2024/001. */
    private static boolean isOneCode(OpenText text, int start, int end) {
        boolean hasSlash = false;
        boolean hasDigit = false;
        int piece = start;
        for (int i = start; i <= end; i++) {
            char c = i < end ? text.at(i) : '/';
            if (c == ':' || Chars.isWord(c) && !Chars.isDigit(c) && !Character.isUpperCase(c)) {
                return false;
            }
            hasDigit |= Chars.isDigit(c);
            if (c == '/') {
                if (CodeShape.isQuantity(text, piece, i)) {
                    return false;
                }
                hasSlash |= i < end;
                piece = i + 1;
            }
        }
        return hasSlash && hasDigit;
    }
}
