package io.lingoduct.front.edge;

import io.lingoduct.text.segment.Invisible;
import java.util.regex.Pattern;

/** What surrounds a sentence and says nothing: bullets, rules, arrows, symbols, faces, spaces, characters that cannot be seen. */
final class Decoration {

    /** Signs that are decoration also at once beside a word. */
    private static final String BESIDE_WORDS =
            "*_~=|>\u2022\u00B7\u25AA\u2023\u25E6\u2043\u2219\u2013\u2014\u2015\u00A6\u2016";

    /** Signs that are decoration only with a space between them and a word, because else they may be a part of it. */
    private static final String APART = "-+#<^/\\&:;,%@\u2212\u00BB\u203A";

    private static final Pattern FACE = Pattern.compile(
            "(?:[:;=8xX]['^o-]{0,2}[)(DPpOo3/|\\]\\[\\\\*]|<3{1,4}|\\^_{0,3}\\^|xD|XD|:'\\(|o_O|O_o|\\\\o/|-_-)");

    private static final String SHRUG = "\u00AF\\_(\u30C4)_/\u00AF";
    /** Stands for a span of the text, which may be a part of the sentence. */
    private static final int MASK = 0xFFFC;

    private static final int BROKEN = 0xFFFD;
    private static final int LONGEST_FACE = 5;
    private static final int SHORTEST_RUN = 2;

    private Decoration() {}

    /** The first index of [start, end) that is no decoration. */
    static int skip(String text, int start, int end) {
        int at = start;
        int safe = start;
        while (at < end) {
            int next = nextAfter(text, at, end);
            if (next < 0) {
                break;
            }
            at = next;
            if (at == end || FinalMarks.isSpace(text.charAt(at - 1)) || isAlways(text.codePointBefore(at))) {
                safe = at;
            }
        }
        // Signs at once before a word count only if nothing like them is left further on.
        return at > safe && isRun(text, safe, at) && !isWithin(text, text.charAt(safe), at, end) ? at : safe;
    }

    /** The index behind the last character of [start, end) that is no decoration. */
    static int strip(String text, int start, int end) {
        int at = end;
        int safe = end;
        while (at > start) {
            int next = nextBefore(text, start, at);
            if (next < 0) {
                break;
            }
            at = next;
            if (at == start
                    || isSpaceBefore(text, at)
                    || FinalMarks.isSpace(text.charAt(at))
                    || isAlways(text.codePointAt(at))) {
                safe = at;
            }
        }
        if (at == safe) {
            return safe;
        }
        return isRun(text, at, safe) && !isWithin(text, text.charAt(at), start, at)
                        || text.charAt(at) == '-' && isSigns(text, at, safe)
                ? at
                : safe;
    }

    private static boolean isSpaceBefore(String text, int index) {
        return index > 0 && FinalMarks.isSpace(text.charAt(index - 1));
    }

    private static int nextAfter(String text, int at, int end) {
        char c = text.charAt(at);
        int codePoint = text.codePointAt(at);
        int next = at + Character.charCount(codePoint);
        if (next <= end && (FinalMarks.isSpace(c) || isAlways(codePoint))) {
            return next;
        }
        int face = faceEnd(text, at, end);
        if (face > 0) {
            return face;
        }
        return isSign(c) ? at + 1 : -1;
    }

    private static int nextBefore(String text, int start, int at) {
        char c = text.charAt(at - 1);
        int codePoint = text.codePointBefore(at);
        int next = at - Character.charCount(codePoint);
        if (next >= start && (FinalMarks.isSpace(c) || isAlways(codePoint))) {
            return next;
        }
        int face = faceStart(text, start, at);
        if (face >= 0) {
            return face;
        }
        return isSign(c) && c != ':' && c != ';' && c != ',' && c != '%' ? at - 1 : -1;
    }

    /** A face, with a space behind it or nothing. */
    private static int faceEnd(String text, int at, int end) {
        if (text.startsWith(SHRUG, at) && at + SHRUG.length() <= end) {
            return at + SHRUG.length();
        }
        var face = FACE.matcher(text).region(at, Math.min(end, at + LONGEST_FACE));
        return face.lookingAt() && (face.end() == end || FinalMarks.isSpace(text.charAt(face.end()))) ? face.end() : -1;
    }

    /** A face, with a space or a mark before it; the commonest ones also at once behind a word. */
    private static int faceStart(String text, int start, int at) {
        int shrug = at - SHRUG.length();
        if (shrug >= start && text.startsWith(SHRUG, shrug)) {
            return shrug;
        }
        for (int from = Math.max(start, at - LONGEST_FACE); from < at - 1; from++) {
            var face = FACE.matcher(text).region(from, at);
            boolean apart = from == start || !Character.isLetterOrDigit(text.charAt(from - 1));
            boolean clear = "):(".indexOf(text.charAt(at - 1)) >= 0 && ":;".indexOf(text.charAt(from)) >= 0;
            if (face.matches() && (apart || clear)) {
                return from;
            }
        }
        return -1;
    }

    private static boolean isSign(char c) {
        return BESIDE_WORDS.indexOf(c) >= 0 || APART.indexOf(c) >= 0;
    }

    /** Symbols, emoji with their parts, and what cannot be seen. */
    private static boolean isAlways(int codePoint) {
        if (codePoint < 0x80) {
            return false;
        }
        int type = Character.getType(codePoint);
        return type == Character.OTHER_SYMBOL && codePoint != MASK && codePoint != BROKEN
                || codePoint >= 0x2190 && codePoint <= 0x21FF
                || codePoint >= 0x1F3FB && codePoint <= 0x1F3FF
                || type != Character.SURROGATE && Invisible.is(codePoint);
    }

    /** Whether [start, end) are signs that may stand at once beside a word. */
    private static boolean isRun(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (BESIDE_WORDS.indexOf(text.charAt(i)) < 0) {
                return end - start >= SHORTEST_RUN
                        && isSigns(text, start, end)
                        && text.charAt(start) != '<'
                        && "+#".indexOf(text.charAt(start)) < 0;
            }
        }
        return true;
    }

    private static boolean isSigns(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isSign(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithin(String text, char sign, int start, int end) {
        int last = end;
        while (last > start && !Character.isLetterOrDigit(text.charAt(last - 1))) {
            last--;
        }
        int first = start;
        while (first < last && !Character.isLetterOrDigit(text.charAt(first))) {
            first++;
        }
        int found = text.indexOf(sign, first);
        return found >= 0 && found < last;
    }
}
