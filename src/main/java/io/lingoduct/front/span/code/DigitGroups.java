package io.lingoduct.front.span.code;

import io.lingoduct.front.span.scan.Chars;
import io.lingoduct.front.span.scan.OpenText;

/** Digits with marks between them and no letter: versions, addresses and long numbers in groups are codes; dates, times and ranges are not. */
final class DigitGroups {

    private static final int LONG_GROUP = 7;
    private static final int MOST_OF_BYTE = 255;

    private DigitGroups() {}

    static boolean areDigits(OpenText text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Chars.isWord(text.at(i)) && !Chars.isDigit(text.at(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean areCode(OpenText text, int start, int end) {
        int groups = 1;
        int dots = 0;
        int hyphens = 0;
        int others = 0;
        int longest = 0;
        int group = 0;
        boolean thousands = true;
        boolean leadingZero = text.at(start) == '0';
        for (int i = start; i < end; i++) {
            char c = text.at(i);
            if (Chars.isDigit(c)) {
                group++;
                longest = Math.max(longest, group);
                continue;
            }
            thousands &= groups == 1 ? group <= 3 : group == 3;
            dots += c == '.' ? 1 : 0;
            hyphens += c == '-' ? 1 : 0;
            others += c == '.' || c == '-' ? 0 : 1;
            group = 0;
            groups++;
        }
        if (groups == 1) {
            return false;
        }
        if (dots >= 3 && isAddress(text, start, end)) {
            return true;
        }
        if (others > 0 || groups == 3 && isDate(text, start, end)) {
            return false;
        }
        if (hyphens == 0) {
            return dots >= 2 && !(thousands && group == 3);
        }
        if (dots > 0) {
            return hasVersion(text, start, end) && !hasDay(text, start, end);
        }
        return groups > 2 || longest >= LONG_GROUP || leadingZero && longest > 4;
    }

    /** Of the internet: four numbers of a byte each, and a port or a mask. */
    private static boolean isAddress(OpenText text, int start, int end) {
        int value = 0;
        int dots = 0;
        for (int i = start; i < end; i++) {
            char c = text.at(i);
            if (Chars.isDigit(c)) {
                boolean hasLeadingZero = i > start && text.at(i - 1) == '0' && value == 0;
                value = hasLeadingZero ? MOST_OF_BYTE + 1 : Math.min(value * 10 + c - '0', 100_000);
                if (value > MOST_OF_BYTE && dots < 4 && !isBehindAddress(text, start, i)) {
                    return false;
                }
            } else {
                value = 0;
                dots += c == '.' ? 1 : 0;
            }
        }
        return dots == 3;
    }

    private static boolean isBehindAddress(OpenText text, int start, int i) {
        for (int k = i; k > start && k > i - 6; k--) {
            if (text.at(k) == ':' || text.at(k) == '/') {
                return true;
            }
        }
        return false;
    }

    /** Three groups as of a date: with the year first or last, and a day and a month. */
    private static boolean isDate(OpenText text, int start, int end) {
        int first = start;
        while (Chars.isDigit(text.at(first))) {
            first++;
        }
        int second = first + 1;
        while (Chars.isDigit(text.at(second))) {
            second++;
        }
        int lengthOfFirst = first - start;
        int lengthOfSecond = second - first - 1;
        int lengthOfThird = end - second - 1;
        if (text.at(first) != text.at(second) || lengthOfSecond > 2) {
            return false;
        }
        int a = number(text, start, first);
        int b = number(text, first + 1, second);
        int c = number(text, second + 1, end);
        boolean yearFirst = lengthOfFirst == 4 && lengthOfThird <= 2 && b <= 12 && c <= 31;
        boolean yearLast = lengthOfFirst <= 2
                && (lengthOfThird == 4 || lengthOfThird == 2)
                && Math.min(a, b) <= 12
                && Math.max(a, b) <= 31;
        return (yearFirst || yearLast) && b > 0;
    }

    /** Whether something between hyphens has two full stops. */
    private static boolean hasVersion(OpenText text, int start, int end) {
        int dots = 0;
        for (int i = start; i < end && dots < 2; i++) {
            dots = text.at(i) == '-' ? 0 : text.at(i) == '.' ? dots + 1 : dots;
        }
        return dots > 1;
    }

    private static boolean hasDay(OpenText text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.at(i) == '-') {
                return isDate(text, start, i) || isDate(text, i + 1, end);
            }
        }
        return false;
    }

    /** Of at most four digits. */
    private static int number(OpenText text, int start, int end) {
        int value = 0;
        for (int i = start; i < Math.min(end, start + 4); i++) {
            value = value * 10 + text.at(i) - '0';
        }
        return value;
    }

    /** Such as 2024-03-05T10:30:00Z: written by programs for programs. */
    static boolean isTimestamp(OpenText text, int start, int end) {
        int t = start + "2024-03-05".length();
        return text.at(start + 4) == '-'
                && text.at(t) == 'T'
                && end > t + 4
                && areDigits(text, start, t)
                && areDigits(text, t + 1, text.at(end - 1) == 'Z' ? end - 1 : end);
    }
}
