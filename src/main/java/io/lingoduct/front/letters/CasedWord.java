package io.lingoduct.front.letters;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a text, [start, end), with the case that it is written in. Numbers and what stands for something else are no words.
 *
 * @param letters how many letters it has
 */
record CasedWord(int start, int end, String text, int letters, Shape shape) {

    /** How the capitals of a word are spread. */
    enum Shape {
        /** All letters are capitals; also a single one. */
        CAPITALS,
        CAPITALIZED,
        SMALL,
        /** Capitals from the second letter on, as the key for capitals makes them of what should have one. */
        INVERTED,
        /** Changes more than once, as in "iPhone" and "McDonald". */
        MIXED,
        /** The letters have no case. */
        CASELESS
    }

    /** The words of a text, in their order. An apostrophe between letters is a part of a word, unless it cuts words off from each other. */
    static List<CasedWord> in(String text, boolean apostropheCuts) {
        var words = new ArrayList<CasedWord>();
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (!Character.isLetter(codePoint)) {
                i += Character.charCount(codePoint);
                continue;
            }
            int end = end(text, i, apostropheCuts);
            words.add(of(text, i, end));
            i = end;
        }
        return words;
    }

    boolean isLong() {
        return letters > 1;
    }

    /** How often a letter of a word is of another case than the one before it. */
    int changes() {
        int changes = 0;
        int last = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int now = caseOf(text.codePointAt(i));
            if (now != 0 && last != 0 && now != last) {
                changes++;
            }
            last = now == 0 ? last : now;
        }
        return changes;
    }

    private static int end(String text, int start, boolean apostropheCuts) {
        int end = start;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            int next = end + Character.charCount(codePoint);
            boolean joins = !apostropheCuts
                    && Letters.isApostrophe(text.charAt(end))
                    && next < text.length()
                    && Character.isLetter(text.codePointAt(next));
            if (!joins && !isPart(codePoint)) {
                break;
            }
            end = next;
        }
        return end;
    }

    private static boolean isPart(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.NON_SPACING_MARK
                || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
    }

    private static CasedWord of(String text, int start, int end) {
        int letters = 0;
        int capitals = 0;
        int small = 0;
        int first = caseOf(text.codePointAt(start));
        for (int i = start; i < end; i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            letters += Character.isLetter(codePoint) ? 1 : 0;
            capitals += caseOf(codePoint) > 0 ? 1 : 0;
            small += caseOf(codePoint) < 0 ? 1 : 0;
        }
        return new CasedWord(start, end, text.substring(start, end), letters, shape(first, capitals, small));
    }

    private static Shape shape(int first, int capitals, int small) {
        if (capitals == 0) {
            return small == 0 ? Shape.CASELESS : Shape.SMALL;
        }
        if (small == 0) {
            return Shape.CAPITALS;
        }
        if (first > 0 && capitals == 1) {
            return Shape.CAPITALIZED;
        }
        return first < 0 && small == 1 && capitals > 1 ? Shape.INVERTED : Shape.MIXED;
    }

    /** 1 for a capital, -1 for a small letter, 0 for neither; so is the sharp s, which words in capitals may keep. */
    private static int caseOf(int codePoint) {
        if (Character.isUpperCase(codePoint)) {
            return 1;
        }
        return Character.isLowerCase(codePoint) && codePoint != '\u00DF' ? -1 : 0;
    }
}
