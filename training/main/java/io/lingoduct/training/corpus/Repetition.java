package io.lingoduct.training.corpus;

/**
 * Finds sentences that say the same thing again and again: rubbish of the web, and translations of a model that went round in
 * a circle. A model that learns from such sentences goes round in circles itself.
 */
final class Repetition {

    /** Shorter stretches repeat in numbers such as 1000000. */
    private static final int SHORTEST = 2;

    private Repetition() {}

    /**
     * Whether a stretch of at least two characters stands more often in a row than allowed.
     *
     * @param allowed at least 1
     */
    static boolean exceeds(int allowed, String sentence) {
        var words = sentence + ' '; // so that the last word ends as those before it do
        for (int period = SHORTEST; period * (allowed + 1) <= words.length(); period++) {
            if (longestRun(words, period) >= period * allowed) {
                return true;
            }
        }
        return false;
    }

    /** Most characters in a row that equal the one a period before. */
    private static int longestRun(String sentence, int period) {
        int longest = 0;
        int run = 0;
        for (int i = period; i < sentence.length(); i++) {
            run = sentence.charAt(i) == sentence.charAt(i - period) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
