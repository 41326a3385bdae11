package io.lingoduct.training.augment;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a sentence: letters and digits, with the apostrophes, hyphens, dots, commas and colons between two of them; a dot,
 * comma or colon between digits only.
 *
 * @param start position of its first character in the sentence
 */
record Word(int start, String text) {

    int end() {
        return start + text.length();
    }

    /** The words of a sentence from left to right. */
    static List<Word> in(String sentence) {
        var words = new ArrayList<Word>();
        int at = 0;
        while (at < sentence.length()) {
            int end = end(sentence, at);
            if (end > at) {
                words.add(new Word(at, sentence.substring(at, end)));
                at = end;
            } else {
                at += Character.charCount(sentence.codePointAt(at));
            }
        }
        return words;
    }

    private static int end(String sentence, int start) {
        int at = start;
        while (at < sentence.length()) {
            int character = sentence.codePointAt(at);
            int next = at + Character.charCount(character);
            if (!Character.isLetterOrDigit(character) && !(at > start && joins(sentence, at))) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static boolean joins(String sentence, int at) {
        if (at + 1 >= sentence.length()) {
            return false;
        }
        return switch (sentence.charAt(at)) {
            case '\'', '’', '-' -> Character.isLetterOrDigit(sentence.codePointAt(at + 1));
            case '.', ',', ':' ->
                Character.isDigit(sentence.charAt(at - 1)) && Character.isDigit(sentence.charAt(at + 1));
            default -> false;
        };
    }
}
