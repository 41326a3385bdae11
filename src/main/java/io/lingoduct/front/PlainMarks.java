package io.lingoduct.front;

import io.lingoduct.front.inline.InlineMark;
import io.lingoduct.front.inline.MarkedText;
import io.lingoduct.front.span.Span;
import io.lingoduct.text.segment.Invisible;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes out of a segment what no model reads as it is meant: emoji, and characters that cannot be seen. They become marks. With an emoji
 * goes the space before it, or the one behind it at the start.
 */
final class PlainMarks {

    private PlainMarks() {}

    /** @param emoji of the segment's text, disjoint and in their order */
    static MarkedText takenOut(MarkedText segment, List<Span> emoji) {
        var source = segment.text();
        if (emoji.isEmpty() && !Invisible.isIn(source)) {
            return segment;
        }
        var text = new StringBuilder();
        var marks = new ArrayList<InlineMark>();
        int open = 0;
        int nextEmoji = 0;
        int i = 0;
        while (i <= source.length()) {
            while (open < segment.marks().size() && segment.marks().get(open).position() <= i) {
                marks.add(segment.marks().get(open++).moved(text.length()));
            }
            if (i == source.length()) {
                break;
            }
            if (nextEmoji < emoji.size() && emoji.get(nextEmoji).start() == i) {
                var span = emoji.get(nextEmoji++);
                int end = span.end();
                var content = span.of(source);
                boolean free = marks.isEmpty() || marks.get(marks.size() - 1).position() < text.length();
                int last = text.length() - 1;
                if (free && last >= 0 && text.charAt(last) == ' ') {
                    text.setLength(last);
                    content = " " + content;
                } else if (text.isEmpty()
                        && end < source.length()
                        && source.charAt(end) == ' '
                        && !hasMark(segment, open, end)) {
                    content += " ";
                    end++;
                }
                marks.add(new InlineMark(text.length(), content, InlineMark.Kind.EMOJI, -1));
                while (open < segment.marks().size()
                        && segment.marks().get(open).position() < end) {
                    marks.add(segment.marks().get(open++).moved(text.length()));
                }
                i = end;
                continue;
            }
            int codePoint = source.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (Invisible.is(codePoint)) {
                marks.add(new InlineMark(text.length(), Character.toString(codePoint), InlineMark.Kind.INVISIBLE, -1));
            } else {
                text.appendCodePoint(codePoint);
            }
            i = next;
        }
        return new MarkedText(text.toString(), marks);
    }

    private static boolean hasMark(MarkedText segment, int from, int position) {
        return from < segment.marks().size() && segment.marks().get(from).position() <= position;
    }
}
