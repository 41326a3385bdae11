package io.lingoduct.front.span;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds emoji, each with all of its parts, and emoticons that stand alone as a word. Takes time linear in the text, and fails for none.
 * Immutable; safe to use from many threads.
 */
public final class EmojiFinder {

    private static final char FIRST_OF_EMOJI = '\u203C';
    private static final String BEFORE_EMOTICON = "([\"„“«.,!?…>*";

    /** Emoji of a text, disjoint and in their order; those without a space between them are one. */
    public List<Span> find(String text) {
        List<Span> found = List.of();
        boolean wordStarts = true;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = mayBegin(text, i) ? EmojiSequence.end(text, i) : -1;
            while (end >= 0 && end < text.length() && EmojiSequence.end(text, end) >= 0) {
                end = EmojiSequence.end(text, end);
            }
            if (end < 0 && wordStarts && !Character.isWhitespace(c)) {
                end = Emoticons.end(text, i);
            }
            if (end >= 0) {
                if (found.isEmpty()) {
                    found = new ArrayList<>();
                }
                found.add(new Span(i, end, SpanKind.EMOJI));
            }
            wordStarts = end >= 0 || Character.isWhitespace(c) || BEFORE_EMOTICON.indexOf(c) >= 0;
            i = end >= 0 ? end : i + 1;
        }
        return found;
    }

    private static boolean mayBegin(String text, int i) {
        char c = text.charAt(i);
        if (c >= FIRST_OF_EMOJI) {
            return true;
        }
        boolean base = c >= '0' && c <= '9' || c == '#' || c == '*' || c == '©' || c == '®';
        return base && i + 1 < text.length() && text.charAt(i + 1) >= FIRST_OF_EMOJI;
    }
}
