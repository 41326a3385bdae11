package io.lingoduct.front.check;

/** Finds pieces of words on a string of hyphens: what a model writes that has lost its way within a compound. */
final class HyphenStrings {

    private static final int LONGEST_TWIN = 6;
    private static final int LONGEST_CAPITAL_PIECE = 5;
    private static final int CAPITAL_PIECES = 3;

    private HyphenStrings() {}

    /**
     * Whether a text has the same short piece twice between hyphens, three short pieces with capitals each before a hyphen, or two
     * pieces of which the last has nothing behind its hyphen.
     */
    static boolean isIn(String text) {
        if (text.indexOf('-') < 0) {
            return false;
        }
        var letters = text.codePoints().toArray();
        int pieces = 0; // each with a hyphen behind it, one directly after the other
        int capitals = 0; // the last of them that are short and have capitals
        int last = 0; // where the last of them starts
        for (int i = 0; i < letters.length; ) {
            int start = i;
            while (i < letters.length && Character.isLetter(letters[i])) {
                i++;
            }
            if (i == start || i == letters.length || letters[i] != '-') {
                pieces = 0;
                capitals = 0;
                i = i == start ? i + 1 : i;
                continue;
            }
            pieces++;
            boolean capital = Character.getType(letters[start]) == Character.UPPERCASE_LETTER
                    && i - start <= LONGEST_CAPITAL_PIECE;
            capitals = capital ? capitals + 1 : 0;
            boolean twin = pieces > 1 && last > 0 && letters[last - 1] == '-' && isTwin(letters, last, start, i);
            i++;
            if (twin || capitals >= CAPITAL_PIECES || pieces > 1 && !goesOn(letters, i)) {
                return true;
            }
            last = start;
        }
        return false;
    }

    private static boolean isTwin(int[] letters, int first, int second, int end) {
        int length = end - second;
        if (length > LONGEST_TWIN || second - 1 - first != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (fold(letters[first + i]) != fold(letters[second + i])) {
                return false;
            }
        }
        return true;
    }

    private static int fold(int letter) {
        return Character.toLowerCase(Character.toUpperCase(letter));
    }

    private static boolean goesOn(int[] letters, int next) {
        return next < letters.length && Character.isLetterOrDigit(letters[next]);
    }
}
