package io.lingoduct.front.check;

import java.util.HashMap;

/**
 * Finds what goes round in a loop: words, pieces of words, signs, and phrases that come again and again with something else between
 * them. Looks at each word and each character as often as the longest loop is long.
 */
final class Loops {

    private static final int LONGEST_PHRASE = 16;
    private static final int SHORT_PHRASE = 2;
    private static final int ROUNDS_OF_SHORT_PHRASES = 3;
    private static final int ROUNDS_OF_PHRASES = 2;

    private static final int LONGEST_PIECE = 8;
    private static final int ROUNDS_OF_PIECES = 4;
    private static final int ROUNDS_OF_SIGNS = 6;

    /** Words of a phrase that may come a second time elsewhere, and not a third. */
    private static final int SCATTERED_PHRASE = 4;

    private static final int ROUNDS_OF_SCATTERED_PHRASES = 3;

    /** How much more of a loop a translation may have than its source, where that has one: laughter has no fixed length. */
    private static final double LEEWAY = 1.5;

    private Loops() {}

    /** Whether a target goes round more often than its source does. */
    static boolean isIn(String source, String target) {
        double strength = strength(target);
        if (strength < 1) {
            return false;
        }
        double ofSource = strength(source);
        return ofSource < 1 || strength > LEEWAY * ofSource;
    }

    /**
     * Rounds of a text's longest loop, as a multiple of those from which on it is one: one or two words three times in a row, more
     * words twice, a piece of a word four times, a letter or sign six times.
     */
    static double strength(String text) {
        var words = numbered(text);
        double strength = scattered(words);
        for (int length = 1; length <= LONGEST_PHRASE; length++) {
            int enough = length <= SHORT_PHRASE ? ROUNDS_OF_SHORT_PHRASES : ROUNDS_OF_PHRASES;
            strength = Math.max(strength, rounds(words, length) / enough);
        }
        var letters = Words.folded(text);
        for (int length = 1; length <= LONGEST_PIECE; length++) {
            int enough = length == 1 ? ROUNDS_OF_SIGNS : ROUNDS_OF_PIECES;
            strength = Math.max(strength, rounds(repeatable(letters, length), length) / enough);
        }
        return strength;
    }

    /** The words of a text, the same number for the same word. */
    private static int[] numbered(String text) {
        var numbers = new HashMap<String, Integer>();
        return Words.of(text).stream()
                .mapToInt(word -> {
                    var folded = Words.folded(word);
                    return numbers.computeIfAbsent(new String(folded, 0, folded.length), first -> numbers.size());
                })
                .toArray();
    }

    /** Whole rounds of the longest run in which what stands {@code length} places before stands there again. */
    private static double rounds(int[] items, int length) {
        int same = 0;
        int longest = 0;
        for (int i = length; i < items.length; i++) {
            same = items[i] >= 0 && items[i] == items[i - length] ? same + 1 : 0;
            longest = Math.max(longest, same);
        }
        return longest / length + 1;
    }

    /** Each character that may be a part of a loop of this length, and -1 for the others. */
    private static int[] repeatable(int[] letters, int length) {
        var repeatable = letters.clone();
        for (int i = 0; i < letters.length; i++) {
            int c = letters[i];
            boolean counts = length == 1
                    ? !Character.isDigit(c) && !Character.isWhitespace(c) && !Character.isSpaceChar(c)
                    : Character.isLetter(c);
            if (!counts) {
                repeatable[i] = -1;
            }
        }
        return repeatable;
    }

    private static double scattered(int[] words) {
        var counts = new HashMap<Phrase, Integer>();
        int most = 0;
        for (int i = 0; i + SCATTERED_PHRASE <= words.length; i++) {
            most = Math.max(
                    most,
                    counts.merge(new Phrase(words[i], words[i + 1], words[i + 2], words[i + 3]), 1, Integer::sum));
        }
        return (double) most / ROUNDS_OF_SCATTERED_PHRASES;
    }

    private record Phrase(int first, int second, int third, int fourth) {}
}
