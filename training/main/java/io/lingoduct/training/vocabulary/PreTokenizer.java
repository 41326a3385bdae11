package io.lingoduct.training.vocabulary;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into the pieces inside which BPE may merge: words led by {@value #SPACE_MARK}, with every punctuation mark and
 * every digit a piece of its own. It does in Java what the {@code pre_tokenizer} that {@link TokenizerFile} writes does in
 * the tokenizers library. The two know other versions of Unicode: they part ways at marks and digits of historic and minority
 * scripts that came late to it, 228 characters in all.
 */
final class PreTokenizer {

    /** Stands for the space before a word (U+2581). */
    static final char SPACE_MARK = '\u2581';

    private PreTokenizer() {}

    static List<String> split(String normalized) {
        var pieces = new ArrayList<String>();
        if (normalized.isEmpty()) {
            return pieces;
        }
        var marked = normalized.replace(' ', SPACE_MARK);
        if (marked.charAt(0) != SPACE_MARK) {
            marked = SPACE_MARK + marked;
        }
        int start = 0;
        while (start < marked.length()) {
            int next = marked.indexOf(SPACE_MARK, start + 1);
            int end = next < 0 ? marked.length() : next;
            splitWord(marked.substring(start, end), pieces);
            start = end;
        }
        return pieces;
    }

    private static void splitWord(String word, List<String> pieces) {
        int start = 0;
        for (int i = 0; i < word.length(); ) {
            int codePoint = word.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (standsAlone(codePoint)) {
                if (start < i) {
                    pieces.add(word.substring(start, i));
                }
                pieces.add(word.substring(i, next));
                start = next;
            }
            i = next;
        }
        if (start < word.length()) {
            pieces.add(word.substring(start));
        }
    }

    private static boolean standsAlone(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            // The library counts all ASCII marks as punctuation, Unicode only some of them.
            default -> codePoint < 128 && codePoint > 32 && !Character.isLetterOrDigit(codePoint);
        };
    }
}
