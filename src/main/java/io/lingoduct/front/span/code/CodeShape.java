package io.lingoduct.front.span.code;

import io.lingoduct.front.span.scan.Chars;
import io.lingoduct.front.span.scan.OpenText;

/**
 * What the parts between hyphens look like. Words that a code is joined to, as in "A320-Familie", are left to the translator, and so are
 * quantities and ordinals, as in "10-year-old" and "80s".
 */
final class CodeShape {

    private static final int LEAST_WORD = 3;
    private static final int LEAST_CODE_DIGITS = 3;

    private enum Part {
        DIGITS,
        QUANTITY,
        WORD,
        /** Up to two letters, with a small one among them. */
        SHORT,
        CAPITALS,
        /** Letters and digits in a way that no word has. */
        MIXED
    }

    private CodeShape() {}

    /** Takes the codes of a run without slashes: what stands between words. */
    static void take(OpenText text, int start, int end) {
        int group = start;
        int part = start;
        int word = -1;
        for (int i = start; i <= end; i++) {
            if (i < end && text.at(i) != '-') {
                continue;
            }
            if (i > part && of(text, part, i) == Part.WORD) {
                takeGroup(text, word, group, withoutLetterOfWord(text, group, part - 1));
                word = part;
                group = i + 1;
            }
            part = i + 1;
        }
        takeGroup(text, word, group, end);
    }

    /** A capital letter belongs to the word behind it rather than to the number before it, as in "365-E-Mail". */
    private static int withoutLetterOfWord(OpenText text, int group, int end) {
        boolean isLetter = end - 2 > group && text.at(end - 2) == '-' && Character.isUpperCase(text.at(end - 1));
        return isLetter ? end - 2 : end;
    }

    /** @param word start of the word before the group, or -1 */
    private static void takeGroup(OpenText text, int word, int start, int end) {
        if (end <= start) {
            return;
        }
        int parts = 0;
        int digitParts = 0;
        int digits = 0;
        boolean mixed = false;
        boolean capitals = false;
        boolean quantity = false;
        boolean letters = false;
        int part = start;
        for (int i = start; i <= end; i++) {
            if (i < end && text.at(i) != '-') {
                digits += Chars.isDigit(text.at(i)) ? 1 : 0;
                continue;
            }
            if (i > part) {
                var shape = of(text, part, i);
                parts++;
                digitParts += shape == Part.DIGITS ? 1 : 0;
                mixed |= shape == Part.MIXED;
                capitals |= shape == Part.CAPITALS;
                quantity |= shape == Part.QUANTITY;
                letters |= shape == Part.SHORT;
            }
            part = i + 1;
        }
        boolean code = mixed
                || capitals && (digits > 0)
                || letters && !quantity && digitParts > 0 && digits >= LEAST_CODE_DIGITS;
        if (code && !(parts == 1 && quantity)) {
            takeWithNumberSign(text, start, end);
        } else if (word >= 0 && parts == 1 && digitParts == 1 && isCodeBehindWord(text, start, end)) {
            takeWithNumberSign(text, word, end);
        }
    }

    private static void takeWithNumberSign(OpenText text, int start, int end) {
        boolean numbered = text.at(start - 1) == '#' && !Chars.isWordOrUnderscore(text.at(start - 2));
        text.take(numbered ? start - 1 : start, end);
    }

    /** Whether digits behind a word make a code of both, as in abc-1234. Years do not, nor do small numbers, as in top-10. */
    private static boolean isCodeBehindWord(OpenText text, int start, int end) {
        int length = end - start;
        boolean isYear = length == 4 && (text.startsWith("19", start) || text.startsWith("20", start));
        return length >= LEAST_CODE_DIGITS && !isYear && DigitGroups.areDigits(text, start, end);
    }

    static boolean isQuantity(OpenText text, int start, int end) {
        return end > start && of(text, start, end) == Part.QUANTITY;
    }

    private static Part of(OpenText text, int start, int end) {
        int digits = 0;
        int upper = 0;
        int lower = 0;
        int underscores = 0;
        for (int i = start; i < end; i++) {
            char c = text.at(i);
            digits += Chars.isDigit(c) ? 1 : 0;
            upper += Character.isUpperCase(c) ? 1 : 0;
            lower += Chars.isWord(c) && !Chars.isDigit(c) && !Character.isUpperCase(c) ? 1 : 0;
            underscores += c == '_' ? 1 : 0;
        }
        if (underscores > 0) {
            return Identifiers.isWordWithUnderscore(text, start, end) ? Part.WORD : Part.MIXED;
        }
        if (upper + lower == 0) {
            return Part.DIGITS;
        }
        if (digits == 0) {
            return lower == 0 ? Part.CAPITALS : upper + lower >= LEAST_WORD ? Part.WORD : Part.SHORT;
        }
        return Quantities.isOne(text, start, end) ? Part.QUANTITY : Part.MIXED;
    }
}
