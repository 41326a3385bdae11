package io.lingoduct.front.span;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;

/** Finds emoji, each with all of its parts: joined ones, skin tones, flags, keycaps. Safe to use from many threads. */
public final class EmojiFinder {

    private static final int JOINER = 0x200D;
    private static final int AS_EMOJI = 0xFE0F;
    private static final int AS_TEXT = 0xFE0E;
    private static final int KEYCAP = 0x20E3;

    /** Emoji of a text, disjoint and in their order; neighbours without a space between them are one. */
    public List<Span> find(String text) {
        List<Span> found = List.of();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c < 0x203C && !isKeycapBase(text, i) || !starts(text, i)) {
                i++;
                continue;
            }
            int end = end(text, i);
            if (found.isEmpty()) {
                found = new ArrayList<>();
            }
            found.add(new Span(i, end, SpanKind.SYMBOL));
            i = end;
        }
        return found;
    }

    private static boolean isKeycapBase(String text, int i) {
        char c = text.charAt(i);
        return (c >= '0' && c <= '9' || c == '#' || c == '*')
                && (i + 1 < text.length() && text.charAt(i + 1) == KEYCAP
                        || i + 2 < text.length() && text.charAt(i + 1) == AS_EMOJI && text.charAt(i + 2) == KEYCAP);
    }

    private static boolean starts(String text, int i) {
        return isKeycapBase(text, i) || isPictograph(text.codePointAt(i));
    }

    private static boolean isPictograph(int codePoint) {
        return codePoint > 0xFF
                && (UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC)
                        || UCharacter.hasBinaryProperty(codePoint, UProperty.REGIONAL_INDICATOR));
    }

    private static int end(String text, int start) {
        int i = start;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            boolean part = isPictograph(codePoint)
                    || isKeycapBase(text, i)
                    || codePoint == JOINER
                    || codePoint == AS_EMOJI
                    || codePoint == AS_TEXT
                    || codePoint == KEYCAP
                    || codePoint >= 0xE0020 && codePoint <= 0xE007F
                    || UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_MODIFIER);
            if (!part) {
                break;
            }
            i += Character.charCount(codePoint);
        }
        return i;
    }
}
