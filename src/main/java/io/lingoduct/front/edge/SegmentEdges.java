package io.lingoduct.front.edge;

import java.util.regex.Pattern;

/** Finds the edges of segments of one language. Takes time linear in a segment. Safe to use from many threads. */
public final class SegmentEdges {

    private static final String OPENING =
            "\"'\u201C\u201E\u201D\u00AB\u00BB\u2039\u203A\u2018\u201A\u2019([{<\u300C\u300E";
    private static final String CLOSING =
            "\"'\u201D\u201C\u201C\u00BB\u00AB\u203A\u2039\u2019\u2018\u2019)]}>\u300D\u300F";
    private static final String DECORATION = "*_~=#|^+\u2022\u00B7\u25AA\u2023\u25E6\u2013\u2014-<>";

    /** What is put before what a line says: numbers of items, times, names of speakers. */
    private static final Pattern PREFIX = Pattern.compile(
            "(?:\\(?\\d{1,3}[.)]|[a-zA-Z]\\)|\\[[^\\[\\]]{1,40}\\](?!\\()|(?:[\\p{Lu}][\\p{L}.'-]{1,20}(?: [\\p{Lu}][\\p{L}.'-]{0,20}){0,2}:))[ \u00A0]{1,4}(?=\\S)");

    /** A face of marks at the end or at the start of a line. */
    private static final Pattern FACE_BEHIND =
            Pattern.compile("[ \u00A0](?:[:;=8xX]['^o-]?[)(DPpOo3/|\\]\\[\\\\]|<3+|\\^\\^|\\^_\\^|xD|XD)$");

    private static final int LONGEST_FACE = 8;
    private static final int ROUNDS = 12;

    private final QuestionWords questions;

    /**
     * @param source BCP 47 tag
     * @param target BCP 47 tag
     */
    public SegmentEdges(String source, String target) {
        this.questions = new QuestionWords(source);
    }

    /** Finds the edges; where they could not be put back as they were, there are none. */
    public EdgedSegment read(String segment) {
        int start = 0;
        int end = segment.length();
        for (int round = 0; round < ROUNDS; round++) {
            int from = start;
            int to = end;
            start = skipLead(segment, start, end);
            end = skipTrail(segment, start, end);
            if (isPair(segment, start, end)) {
                start++;
                end--;
            } else if (end - start > 1 && isLone(segment, start, end, OPENING, start)) {
                start++;
            } else if (end - start > 1 && isLone(segment, start, end, CLOSING, end - 1)) {
                end--;
            }
            if (start == from && end == to) {
                break;
            }
        }
        if (!hasLetter(segment, start, end)) {
            return EdgedSegment.untouched(segment);
        }
        var edged = withMark(segment, start, end);
        return edged.restore(edged.input()).equals(segment) ? edged : EdgedSegment.untouched(segment);
    }

    private EdgedSegment withMark(String segment, int start, int end) {
        int marks = end;
        while (marks > start && FinalMarks.isMark(segment.charAt(marks - 1))) {
            marks--;
        }
        var lead = segment.substring(0, start);
        if (end - marks == 1 && segment.charAt(marks) != '\u2026') {
            var core = segment.substring(start, end);
            return new EdgedSegment(lead, core, segment.substring(end), core);
        }
        char mark = end == marks ? 0 : FinalMarks.natural(segment.substring(marks, end));
        int words = marks;
        while (words > start
                && (FinalMarks.isSpace(segment.charAt(words - 1))
                        || ",;:-\u2013\u2014".indexOf(segment.charAt(words - 1)) >= 0)) {
            words--;
        }
        var core = segment.substring(start, words);
        if (mark == 0) {
            mark = questions.asks(core) ? '?' : '.';
        }
        return new EdgedSegment(lead, core, segment.substring(words), core + mark);
    }

    private static int skipLead(String text, int start, int end) {
        int at = start;
        boolean decorated = false;
        while (at < end && (isSpace(text, at) || isDecoration(text, at, start))) {
            decorated |= !isSpace(text, at);
            at++;
        }
        // A hyphen or a sign at once before a word may be a part of it.
        if (decorated && at < end && !isSpace(text, at - 1) && "-<+#".indexOf(text.charAt(at - 1)) >= 0) {
            return start;
        }
        var prefix = PREFIX.matcher(text).region(at, end).useTransparentBounds(true);
        return prefix.lookingAt() && hasLetter(text, prefix.end(), end) ? prefix.end() : at;
    }

    private static int skipTrail(String text, int start, int end) {
        int at = end;
        while (at > start
                && (isSpace(text, at - 1) || isDecoration(text, at - 1, start) && text.charAt(at - 1) != '>')) {
            at--;
        }
        var face = FACE_BEHIND.matcher(text).region(Math.max(start, at - LONGEST_FACE), at);
        return face.find() ? face.start() : at;
    }

    private static boolean isSpace(String text, int at) {
        return FinalMarks.isSpace(text.charAt(at));
    }

    private static boolean isDecoration(String text, int at, int start) {
        return DECORATION.indexOf(text.charAt(at)) >= 0;
    }

    /** Whether quotes or brackets enclose all of [start, end), with none of their kind inside. */
    private static boolean isPair(String text, int start, int end) {
        if (end - start < 3) {
            return false;
        }
        int kind = OPENING.indexOf(text.charAt(start));
        boolean found = false;
        while (kind >= 0 && !found) {
            found = CLOSING.charAt(kind) == text.charAt(end - 1);
            if (!found) {
                kind = OPENING.indexOf(text.charAt(start), kind + 1);
            }
        }
        if (!found) {
            return false;
        }
        int opening = text.indexOf(text.charAt(start), start + 1);
        int closing = text.indexOf(text.charAt(end - 1), start + 1);
        return closing == end - 1 && (opening < 0 || opening >= end - 1);
    }

    /** Whether a quote or a bracket at an edge has no partner within [start, end). */
    private static boolean isLone(String text, int start, int end, String kind, int at) {
        int which = kind.indexOf(text.charAt(at));
        if (which < 0 || text.charAt(at) == '\'' || text.charAt(at) == '\u2019') {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (i != at && (OPENING.indexOf(text.charAt(i)) >= 0 || CLOSING.indexOf(text.charAt(i)) >= 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasLetter(String text, int start, int end) {
        int i = start;
        while (i < end) {
            int codePoint = text.codePointAt(i);
            if (Character.isLetter(codePoint)) {
                return true;
            }
            i += Character.charCount(codePoint);
        }
        return false;
    }
}
