package io.lingoduct.text.segment;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.regex.Pattern;

/** Marks before a sentence that are no part of it: emoji, which belong to the one before, and the number of a list's item. */
final class LeadingMarks {

    /** "1. ", "2) ", "(a) ", "1.2. ", with a word behind it. */
    private static final Pattern LIST_NUMBER = Pattern.compile(
            "(?:\\(?(?:\\d{1,3}|[a-z])\\)|\\d{1,2}(?:\\.\\d{1,2})*\\.)[ \\xA0]{1,8}(?=[\\p{L}\"\u00AB\u201C\u201E])");

    private static final int LONGEST = 32;

    private final Abbreviations abbreviations;

    LeadingMarks(Abbreviations abbreviations) {
        this.abbreviations = abbreviations;
    }

    /** The first index in [start, end) that is no white space and no such mark, or end. */
    int skip(String line, int start, int end) {
        int at = skipPictographs(line, start, end);
        return Math.min(end, Math.max(at, listNumberEnd(line, at)));
    }

    /** Whether [start, end) is the number of an item that follows. */
    boolean isListNumber(String line, int start, int end) {
        return listNumberEnd(line, skipPictographs(line, start, Math.min(end, start + LONGEST))) == end;
    }

    private static int skipPictographs(String line, int start, int end) {
        int at = start;
        boolean behindPictograph = false;
        while (at < end) {
            int codePoint = line.codePointAt(at);
            boolean pictograph = isPictograph(codePoint);
            boolean part = behindPictograph && isPartOfPictograph(codePoint);
            if (!pictograph && !part && !WhiteSpace.is(line.charAt(at))) {
                break;
            }
            behindPictograph |= pictograph;
            at += Character.charCount(codePoint);
        }
        return at;
    }

    /** Index behind the number and its spaces; negative if there is none, or if it may be an ordinal. */
    private int listNumberEnd(String line, int start) {
        var matcher = LIST_NUMBER
                .matcher(line)
                .useTransparentBounds(true)
                .region(start, Math.min(line.length(), start + LONGEST));
        if (!matcher.lookingAt()) {
            return -1;
        }
        var next = NextWord.at(line, matcher.end());
        boolean bracket = line.substring(start, matcher.end()).indexOf(')') >= 0;
        return !bracket && abbreviations.mayFollowOrdinal(next) ? -1 : matcher.end();
    }

    static boolean isPictograph(int codePoint) {
        return codePoint > 0xFF
                && (UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC)
                        || UCharacter.hasBinaryProperty(codePoint, UProperty.REGIONAL_INDICATOR));
    }

    private static boolean isPartOfPictograph(int codePoint) {
        return Invisible.is(codePoint) || UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_MODIFIER);
    }
}
