package io.lingoduct.front.edge;

/** Finds the edges of segments of one language. Takes time linear in a segment, and throws for none. Safe to use from many threads. */
public final class SegmentEdges {

    /** Edges within edges: a quote in a bracket behind a bullet. */
    private static final int ROUNDS = 12;

    /** Marks after which more is to come; a model is given a full stop in their place. */
    private static final String PAUSES = ",;:-\u2013\u2014";

    private final Prefixes prefixes;
    private final QuestionWords questions;
    private final FrenchSpaces spaces;
    private final boolean french;

    /**
     * @param source BCP 47 tag
     * @param target BCP 47 tag
     */
    public SegmentEdges(String source, String target) {
        this.prefixes = new Prefixes(source);
        this.questions = new QuestionWords(source);
        this.spaces = FrenchSpaces.between(source, target);
        this.french = FrenchSpaces.isFrench(source);
    }

    /** Finds the edges; of a segment without a letter between them there are none. */
    public EdgedSegment read(String segment) {
        int start = 0;
        int end = segment.length();
        var outer = "";
        for (int round = 0; round < ROUNDS; round++) {
            int from = start;
            int to = end;
            start = Decoration.skip(segment, start, end);
            start = skipEllipsis(segment, start, end);
            start = prefixes.skip(segment, start, end);
            end = Decoration.strip(segment, start, end);
            int marks = FinalMarks.startOfMarks(segment, start, end);
            if (Enclosing.isPair(segment, start, marks)) {
                outer = marks < end ? segment.substring(marks, end) : outer;
                start++;
                end = marks - 1;
            } else if (start < end && Enclosing.isLoneOpening(segment, start, end)) {
                start++;
            } else if (start < end && Enclosing.isLoneClosing(segment, start, end)) {
                end--;
            }
            if (start == from && end == to) {
                break;
            }
        }
        return hasLetter(segment, start, end) ? between(segment, start, end, outer) : EdgedSegment.untouched(segment);
    }

    /** @param outer marks that stand behind quotes around the sentence */
    private EdgedSegment between(String segment, int start, int end, String outer) {
        int marks = FinalMarks.startOfMarks(segment, start, end);
        boolean spaced = marks < end && marks > start && FinalMarks.isSpace(segment.charAt(marks - 1));
        if (end - marks == 1 && FinalMarks.isPlain(segment.charAt(marks)) && (!spaced || french)
                || marks == end && endsInQuote(segment, start, end)) {
            var core = segment.substring(start, end);
            return new EdgedSegment(segment.substring(0, start), core, segment.substring(end), core, spaces);
        }
        int words = FinalMarks.stripSpaces(segment, start, marks);
        while (words > start && PAUSES.indexOf(segment.charAt(words - 1)) >= 0) {
            words = FinalMarks.stripSpaces(segment, start, words - 1);
        }
        var core = segment.substring(start, words);
        return new EdgedSegment(
                segment.substring(0, start),
                core,
                segment.substring(words),
                core + mark(core, marks < end ? segment.substring(marks, end) : outer),
                spaces);
    }

    /** The one mark for the model, as the source's language writes it. */
    private String mark(String core, String marks) {
        char mark = marks.isEmpty() ? '.' : FinalMarks.natural(marks);
        if (mark == '.' && questions.asks(core)) {
            mark = '?';
        }
        return french && mark != '.' ? " " + mark : String.valueOf(mark);
    }

    /** Whether a sentence ends with a mark within quotes or brackets that belong to it. */
    private static boolean endsInQuote(String text, int start, int end) {
        int at = end;
        while (at > start && Enclosing.closes(text.charAt(at - 1))) {
            at--;
        }
        return at < end && at > start && FinalMarks.isMark(text.charAt(at - 1));
    }

    /** Dots before a sentence that goes on from somewhere. */
    private static int skipEllipsis(String text, int start, int end) {
        int at = start;
        while (at < end && (text.charAt(at) == '.' || text.charAt(at) == '\u2026')) {
            at++;
        }
        return at - start > 1 || at > start && text.charAt(start) == '\u2026' ? at : start;
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
