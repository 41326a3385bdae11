package io.lingoduct.text.segment;

import com.ibm.icu.text.UnicodeSet;

/**
 * Characters that nobody sees: byte order marks, zero width spaces, joiners, soft hyphens, marks of direction and all else
 * that Unicode calls a format character or ignorable. Inside a word or an emoji they matter and stay; around a segment they
 * belong to the skeleton, because a model would drop them or take them for a word.
 */
public final class Invisible {

    private static final UnicodeSet ALL =
            new UnicodeSet("[[:General_Category=Format:][:Default_Ignorable_Code_Point:]]").freeze();

    /** Characters that belong to the one before: joiners, tags of flags, selectors of variants. */
    private static final UnicodeSet TRAILING = new UnicodeSet(ALL)
            .retainAll(new UnicodeSet("[:General_Category=Format:]"))
            .removeAll(new UnicodeSet("[\\u200C\\u200D\\U000E0000-\\U000E007F]"))
            .freeze();

    private Invisible() {}

    /** Whether nobody sees a character. */
    public static boolean is(int codePoint) {
        return codePoint >= 0xAD && ALL.contains(codePoint);
    }

    /** Whether a text has such a character. */
    public static boolean isIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            // Pairs of surrogates are looked at from their first half; most texts have no character that is worth a
            // look.
            if (text.charAt(i) >= 0xAD && is(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The first index in [start, end) that is neither invisible nor white space, or end. */
    static int skip(String text, int start, int end) {
        int i = start;
        while (i < end) {
            int codePoint = text.codePointAt(i);
            if (!is(codePoint) && !WhiteSpace.is(text.charAt(i))) {
                break;
            }
            i += Character.charCount(codePoint);
        }
        return i;
    }

    /**
     * The index behind the last character of [start, end) that is neither white space nor invisible by itself, or start. A
     * joiner behind white space joins nothing.
     */
    static int stripEnd(String text, int start, int end) {
        int i = end;
        int visible = end;
        while (i > start) {
            int codePoint = text.codePointBefore(i);
            boolean space = WhiteSpace.is(text.charAt(i - 1));
            if (!space && !is(codePoint)) {
                break;
            }
            i -= Character.charCount(codePoint);
            if (space || visible == i + Character.charCount(codePoint) && TRAILING.contains(codePoint)) {
                visible = i;
            }
        }
        return visible;
    }
}
