package io.lingoduct.front.check;

import java.util.ArrayList;
import java.util.List;

/** Words of a text, for counting and comparing. */
public final class Words {

    /** Characters that make about a word where words are written without spaces. */
    private static final int IDEOGRAPHS_PER_WORD = 2;

    private Words() {}

    /** Code points of a text, letters of either case as the same one. */
    static int[] folded(String text) {
        return text.codePoints()
                .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                .toArray();
    }

    /** The runs of letters in a text, as they are written there. */
    public static List<String> of(String text) {
        var words = new ArrayList<String>();
        int start = -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean letter = Character.isLetter(c);
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
            i += Character.charCount(c);
        }
        if (start >= 0) {
            words.add(text.substring(start));
        }
        return words;
    }

    /** Number of words between spaces; of writings without spaces, what words they would be. */
    public static int count(String text) {
        int words = 0;
        int ideographs = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean ideograph = Scripts.hasNoSpaces(c);
            boolean part = !ideograph && !Character.isWhitespace(c);
            if (ideograph) {
                ideographs++;
            } else if (part && !inWord) {
                words++;
            }
            inWord = part;
            i += Character.charCount(c);
        }
        return words + (ideographs + IDEOGRAPHS_PER_WORD - 1) / IDEOGRAPHS_PER_WORD;
    }
}
