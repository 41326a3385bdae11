package io.lingoduct.front.span;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** An emoji with all of its parts, as Unicode's technical standard 51 has them: joined ones, skin tones, flags, keycaps. */
final class EmojiSequence {

    private static final int JOINER = 0x200D;
    private static final int AS_TEXT = 0xFE0E;
    private static final int AS_EMOJI = 0xFE0F;
    private static final int KEYCAP = 0x20E3;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;
    private static final int FIRST_PICTOGRAPH = 0x2600;
    private static final int FIRST_OF_EMOJI = 0x203C;

    private EmojiSequence() {}

    /** Index behind the emoji that begins at an index, or -1 if none does. */
    static int end(String text, int start) {
        int end = elementEnd(text, start);
        while (end >= 0 && codePoint(text, end) == JOINER) {
            int next = elementEnd(text, end + 1);
            if (next < 0) {
                break;
            }
            end = next;
        }
        return end;
    }

    private static int elementEnd(String text, int start) {
        int base = codePoint(text, start);
        if (base < FIRST_OF_EMOJI) {
            return isKeycapBase(base) ? keycapEnd(text, start + 1) : asEmojiEnd(text, start, base);
        }
        int end = start + Character.charCount(base);
        if (has(base, UProperty.REGIONAL_INDICATOR)) {
            int second = codePoint(text, end);
            return has(second, UProperty.REGIONAL_INDICATOR) ? end + Character.charCount(second) : -1;
        }
        int selector = codePoint(text, end);
        boolean isEmoji = has(base, UProperty.EMOJI_PRESENTATION)
                || has(base, UProperty.EXTENDED_PICTOGRAPHIC) && (selector == AS_EMOJI || isPictograph(base));
        if (!isEmoji) {
            return -1;
        }
        if (selector == AS_EMOJI || selector == AS_TEXT) {
            end++;
        }
        if (has(codePoint(text, end), UProperty.EMOJI_MODIFIER)) {
            end += 2;
        }
        while (codePoint(text, end) >= FIRST_TAG && codePoint(text, end) <= LAST_TAG) {
            end += 2;
        }
        return codePoint(text, end) == KEYCAP ? end + 1 : end;
    }

    private static boolean isKeycapBase(int codePoint) {
        return codePoint >= '0' && codePoint <= '9' || codePoint == '#' || codePoint == '*';
    }

    private static int keycapEnd(String text, int from) {
        int i = codePoint(text, from) == AS_EMOJI ? from + 1 : from;
        return codePoint(text, i) == KEYCAP ? i + 1 : -1;
    }

    /** Of signs that are emoji only if the text says so, such as the copyright sign. */
    private static int asEmojiEnd(String text, int start, int base) {
        return base > '~' && codePoint(text, start + 1) == AS_EMOJI && has(base, UProperty.EMOJI) ? start + 2 : -1;
    }

    /** Whether people mean a picture even where they have not said so: not an arrow or a trademark. */
    private static boolean isPictograph(int codePoint) {
        boolean isArrow = codePoint == 0x27A1
                || codePoint >= 0x2934 && codePoint <= 0x2935
                || codePoint >= 0x2B05 && codePoint <= 0x2B07;
        boolean isEastAsian = codePoint >= 0x3000 && codePoint < 0x3400;
        return codePoint >= FIRST_PICTOGRAPH && !isArrow && !isEastAsian;
    }

    private static boolean has(int codePoint, int property) {
        return codePoint >= 0 && UCharacter.hasBinaryProperty(codePoint, property);
    }

    /** The code point at an index, or -1 behind the text. */
    private static int codePoint(String text, int index) {
        return index < text.length() ? text.codePointAt(index) : -1;
    }
}
