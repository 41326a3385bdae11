package io.lingoduct.front.inline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A text and the marks that hang on its places.
 *
 * @param text without the marks
 * @param marks by ascending position; those at one position in the order in which they are written
 */
public record MarkedText(String text, List<InlineMark> marks) {

    public MarkedText {
        marks = List.copyOf(marks);
        int before = 0;
        for (var mark : marks) {
            if (mark.position() < before || mark.position() > text.length()) {
                throw new IllegalArgumentException("a mark at " + mark.position() + " in a text of " + text.length()
                        + " characters, behind one at " + before);
            }
            before = mark.position();
        }
    }

    public static MarkedText plain(String text) {
        return new MarkedText(text, List.of());
    }

    /** The part [start, end) with the marks in it; those at an edge are in it if told so. */
    public MarkedText part(int start, int end, boolean withStart, boolean withEnd) {
        var inside = new ArrayList<InlineMark>();
        for (var mark : marks) {
            int at = mark.position();
            if ((at > start || withStart && at == start) && (at < end || withEnd && at == end)) {
                inside.add(mark.moved(at - start));
            }
        }
        return new MarkedText(text.substring(start, end), inside);
    }

    /** The text with its marks in it. */
    public String written() {
        return written(UnaryOperator.identity());
    }

    /**
     * The text with its marks in it.
     *
     * @param encoding writes each stretch of text between two marks, in their order
     */
    public String written(UnaryOperator<String> encoding) {
        var all = new StringBuilder();
        int at = 0;
        for (var mark : marks) {
            all.append(encoding.apply(text.substring(at, mark.position()))).append(mark.content());
            at = mark.position();
        }
        return all.append(encoding.apply(text.substring(at))).toString();
    }
}
