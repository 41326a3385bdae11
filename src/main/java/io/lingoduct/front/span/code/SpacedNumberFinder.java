package io.lingoduct.front.span.code;

import io.lingoduct.front.span.scan.Chars;
import io.lingoduct.front.span.scan.OpenText;
import io.lingoduct.front.span.scan.Sign;
import io.lingoduct.front.span.scan.StretchFinder;

/** Finds numbers of telephones, accounts and cards, whose groups of digits stand apart and mean nothing alone. */
public final class SpacedNumberFinder implements StretchFinder {

    private static final int LONGEST_PHONE = 28;
    private static final int LEAST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;
    private static final int LEAST_DIGITS_ABROAD = 8;
    private static final int GROUP = 4;
    private static final int MOST_GROUPS = 8;

    @Override
    public int signs() {
        return Sign.DIGIT.bit();
    }

    @Override
    public void find(OpenText text) {
        int i = 0;
        while (i < text.length()) {
            int end = Chars.isWordOrUnderscore(text.at(i - 1)) ? -1 : end(text, i);
            if (end >= 0) {
                text.take(i, end);
            }
            i = Math.max(end, i + 1);
        }
    }

    private static int end(OpenText text, int start) {
        char c = text.at(start);
        if (c >= 'A' && c <= 'Z' && text.at(start + 1) >= 'A' && text.at(start + 1) <= 'Z') {
            return accountEnd(text, start);
        }
        if (!Chars.isDigit(c)) {
            return c == '+' || c == '(' ? phoneEnd(text, start) : -1;
        }
        if (isPartOfNumber(text, start)) {
            return -1;
        }
        int card = cardEnd(text, start);
        return card < 0 && c == '0' ? phoneEnd(text, start) : card;
    }

    private static boolean isPartOfNumber(OpenText text, int start) {
        return ".,:/-'’".indexOf(text.at(start - 1)) >= 0 && Chars.isDigit(text.at(start - 2));
    }

    /** International bank account number: country, two digits, groups of four. */
    private static int accountEnd(OpenText text, int start) {
        if (!Chars.isDigit(text.at(start + 2)) || !Chars.isDigit(text.at(start + 3))) {
            return -1;
        }
        int i = start + GROUP;
        int groups = 0;
        while (groups < MOST_GROUPS && text.at(i) == ' ' && groupLength(text, i + 1) == GROUP) {
            i += 1 + GROUP;
            groups++;
        }
        int rest = text.at(i) == ' ' && Chars.isDigit(text.at(i + 1)) ? groupLength(text, i + 1) : 0;
        return groups < 3 ? -1 : rest > 0 && rest < GROUP ? i + 1 + rest : i;
    }

    /** How many capital letters and digits there are, if nothing else of a word follows; 0 otherwise. */
    private static int groupLength(OpenText text, int start) {
        int i = start;
        boolean hasDigit = false;
        while (i - start <= GROUP && (Chars.isDigit(text.at(i)) || text.at(i) >= 'A' && text.at(i) <= 'Z')) {
            hasDigit |= Chars.isDigit(text.at(i));
            i++;
        }
        return Chars.isWordOrUnderscore(text.at(i)) || !hasDigit ? 0 : i - start;
    }

    private static int cardEnd(OpenText text, int start) {
        char separator = text.at(start + GROUP);
        if (separator != ' ' && separator != '-') {
            return -1;
        }
        for (int group = 0; group < 4; group++) {
            int at = start + group * (GROUP + 1);
            for (int i = at; i < at + GROUP; i++) {
                if (!Chars.isDigit(text.at(i))) {
                    return -1;
                }
            }
            if (group < 3 && text.at(at + GROUP) != separator) {
                return -1;
            }
        }
        int end = start + 4 * GROUP + 3;
        return Chars.isWord(text.at(end)) ? -1 : end;
    }

    private static int phoneEnd(OpenText text, int start) {
        boolean abroad = text.at(start) == '+';
        boolean bracket = text.at(start) == '(';
        int groups = 0;
        int longestGroup = 0;
        int group = 0;
        int end = -1;
        int i = abroad ? start + 1 : start;
        boolean closes = !bracket;
        while (i - start < LONGEST_PHONE) {
            char c = text.at(i);
            if (Chars.isDigit(c)) {
                group++;
                groups += group == 1 ? 1 : 0;
                longestGroup = Math.max(longestGroup, group);
                if (!Chars.isWordOrUnderscore(text.at(i + 1)) && (group > 1 || text.at(i - 1) == '-')) {
                    end = i + 1;
                }
            } else if (isSeparator(text, i)) {
                closes |= c == ')';
                group = 0;
            } else {
                break;
            }
            i++;
        }
        // What was read behind the last whole group does not count.
        int count = 0;
        for (int k = start; k < end; k++) {
            count += Chars.isDigit(text.at(k)) ? 1 : 0;
        }
        boolean isEnough = count >= (abroad ? LEAST_DIGITS_ABROAD : LEAST_DIGITS) && count <= MOST_DIGITS && closes;
        if (end < 0 || !isEnough || goesOn(text, end)) {
            return -1;
        }
        if (abroad) {
            return isThousands(text, start + 1, end) ? -1 : end;
        }
        return bracket
                ? Chars.isDigit(text.at(start + 1)) || text.at(start + 1) == '+' ? end : -1
                : groups > 1 && longestGroup > 1 && !isDateOrDecimal(text, start, end) ? end : -1;
    }

    private static boolean isSeparator(OpenText text, int i) {
        char c = text.at(i);
        char before = text.at(i - 1);
        char next = text.at(i + 1);
        return switch (c) {
            case ' ', '\u00A0', '\u202F' ->
                (Chars.isDigit(before) || before == ')' || before == '/' || before == '-')
                        && (Chars.isDigit(next) || next == '(' || (next == '/' || next == '-') && before != '/');
            case '-', '.', '/' ->
                (Chars.isDigit(before) || before == ')' || before == ' ')
                        && (Chars.isDigit(next) || next == ' ' && c == '/');
            case '(' -> Chars.isDigit(next) || next == '+';
            case ')' -> Chars.isDigit(before);
            case '+' -> before == '(';
            default -> false;
        };
    }

    private static boolean goesOn(OpenText text, int end) {
        char c = text.at(end);
        return (c == '.' || c == ',' || c == ':' || c == '-' || c == '/') && Chars.isDigit(text.at(end + 1))
                || c == '%'
                || c == '€'
                || c == '$';
    }

    /** Groups of three behind the first one, as of a number with a sign. */
    private static boolean isThousands(OpenText text, int start, int end) {
        int group = 0;
        int groups = 0;
        int digits = 0;
        for (int i = start; i <= end; i++) {
            if (i < end && Chars.isDigit(text.at(i))) {
                group++;
                digits++;
            } else {
                if (groups > 0 && group != 3) {
                    return false;
                }
                groups++;
                group = 0;
            }
        }
        return groups > 1 && digits < 10;
    }

    /** Such as 01.02.2024, 0.500 000, and the range of days 01.02.-03.02. */
    private static boolean isDateOrDecimal(OpenText text, int start, int end) {
        if (text.at(start + 1) == '.' || text.at(start + 1) == ',') {
            return true;
        }
        char separator = text.at(start + 2);
        return ".-/".indexOf(separator) >= 0
                && Chars.isDigit(text.at(start + 1))
                && Chars.isDigit(text.at(start + 3))
                && (text.at(start + 5) == separator || text.at(start + 4) == separator)
                && end - start <= "01.02.2024".length();
    }
}
