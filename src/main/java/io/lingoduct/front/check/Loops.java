package io.lingoduct.front.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds what goes round in a loop. Looks at each word and each character as often as the longest loop is long. */
final class Loops {

    private static final int LONGEST_PHRASE = 8;
    private static final int LONGEST_PIECE = 8;

    private Loops() {}

    /** Whether one or two words stand three times in a row, three to eight words twice, or a piece of a word four times. */
    static boolean isIn(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var words = words(lower);
        for (int length = 1; length <= LONGEST_PHRASE; length++) {
            if (repeats(words, length, length <= 2 ? 3 : 2)) {
                return true;
            }
        }
        return hasRepeatedPiece(lower);
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter =
                    i < text.length() && (Character.isLetter(text.charAt(i)) || Character.isSurrogate(text.charAt(i)));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    /** Whether some {@code length} items stand {@code times} times one after the other. */
    private static boolean repeats(List<String> items, int length, int times) {
        int same = 0;
        for (int i = length; i < items.size(); i++) {
            same = items.get(i).equals(items.get(i - length)) ? same + 1 : 0;
            if (same >= length * (times - 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasRepeatedPiece(String text) {
        for (int length = 1; length <= LONGEST_PIECE; length++) {
            int times = length == 1 ? 6 : 4;
            int same = 0;
            for (int i = length; i < text.length(); i++) {
                boolean counts = length == 1
                        ? !Character.isDigit(text.charAt(i))
                                && !Character.isWhitespace(text.charAt(i))
                                && text.charAt(i) != '\uFFFC'
                        : Character.isLetter(text.charAt(i));
                same = counts && text.charAt(i) == text.charAt(i - length) ? same + 1 : 0;
                if (same >= length * (times - 1)) {
                    return true;
                }
            }
        }
        return false;
    }
}
