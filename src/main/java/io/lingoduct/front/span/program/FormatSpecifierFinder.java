package io.lingoduct.front.span.program;

import io.lingoduct.front.span.scan.Chars;
import io.lingoduct.front.span.scan.OpenText;
import io.lingoduct.front.span.scan.Sign;
import io.lingoduct.front.span.scan.StretchFinder;

/**
 * Finds format specifiers such as {@code %s}, {@code %1$s}, {@code %.2f}, {@code %(name)s}, {@code %@} and {@code %1}, and names between
 * percent signs. A percent sign behind a number is none, nor is one before a word.
 */
public final class FormatSpecifierFinder implements StretchFinder {

    private static final int LONGEST_NAME = 60;
    private static final String FLAGS = "#0+-,";
    private static final String LENGTHS = "hlLqjzt";
    private static final String CONVERSIONS = "diouxXeEfFgGaAcCsSpn@r";

    @Override
    public int signs() {
        return Sign.PERCENT.bit();
    }

    @Override
    public void find(OpenText text) {
        int i = text.next('%', 0);
        while (i < text.length()) {
            int end = end(text, i);
            if (end >= 0) {
                text.take(i, end);
            }
            i = text.next('%', Math.max(end, i + 1));
        }
    }

    private static int end(OpenText text, int start) {
        if (text.at(start + 1) == '%') {
            int end = named(text, start + 2, "%%");
            return end >= 0 ? end : start + 2;
        }
        // Behind a specifier that has been taken, the text reads as closed: %s%s are two.
        if (Chars.isWordOrUnderscore(text.at(start - 1))) {
            return -1;
        }
        int name = named(text, start + 1, "%");
        if (name >= 0) {
            return name;
        }
        boolean isPlace = text.at(start + 1) >= '1' && text.at(start + 1) <= '9' && letters(text, start + 2) == 0;
        boolean goesOn = "%$*".indexOf(text.at(start + 2)) >= 0
                || ".,".indexOf(text.at(start + 2)) >= 0 && Chars.isWord(text.at(start + 3));
        return isPlace && !goesOn ? start + 2 : conversionEnd(text, start + 1);
    }

    /** Index behind a name and what closes it, or -1. */
    private static int named(OpenText text, int start, String closing) {
        int i = start;
        while (i - start < LONGEST_NAME && (Chars.isWordOrUnderscore(text.at(i)) || ".- ".indexOf(text.at(i)) >= 0)) {
            if (text.at(i) == ' ' && closing.length() == 1) {
                return -1;
            }
            i++;
        }
        return i - start > 1 && Chars.isAsciiLetter(text.at(start)) && text.startsWith(closing, i)
                ? i + closing.length()
                : -1;
    }

    private static int conversionEnd(OpenText text, int start) {
        int i = start;
        boolean key = text.at(i) == '(';
        if (key) {
            while (i - start < LONGEST_NAME && text.at(i) != ')' && text.at(i) != OpenText.CLOSED) {
                i++;
            }
            if (text.at(i) != ')' || i == start + 1) {
                return -1;
            }
            i++;
        }
        int digits = afterDigits(text, i);
        if (digits > i && text.at(digits) == '$') {
            i = digits + 1;
        }
        while (FLAGS.indexOf(text.at(i)) >= 0 && i - start < LONGEST_NAME + 8) {
            i++;
        }
        if (text.at(i) == '@' && Chars.isAsciiLetter(text.at(i + 1))) {
            int name = named(text, i + 1, "@"); // %#@items@ of Apple's dictionaries
            if (name >= 0) {
                return name;
            }
        }
        i = text.at(i) == '*' ? i + 1 : afterDigits(text, i);
        if (text.at(i) == '.') {
            i = text.at(i + 1) == '*' ? i + 2 : afterDigits(text, i + 1);
        }
        for (int length = 0; length < 2 && LENGTHS.indexOf(text.at(i)) >= 0; length++) {
            i++;
        }
        if (CONVERSIONS.indexOf(text.at(i)) < 0) {
            return -1;
        }
        boolean isBehindHyphen = text.at(i - 1) == '-'; // as in 3 %-ige of German
        return key || letters(text, i + 1) <= (isBehindHyphen ? 0 : 2) ? i + 1 : -1;
    }

    /** How many letters follow, up to three: a unit may stand behind a specifier, a word may not. */
    private static int letters(OpenText text, int from) {
        int i = from;
        while (i - from < 3 && Chars.isWord(text.at(i))) {
            i++;
        }
        return i - from;
    }

    private static int afterDigits(OpenText text, int from) {
        int i = from;
        while (i - from < 4 && Chars.isDigit(text.at(i))) {
            i++;
        }
        return i;
    }
}
