package io.lingoduct.front;

import io.lingoduct.front.inline.InlineMark;
import io.lingoduct.front.inline.MarkedText;
import io.lingoduct.text.segment.SegmentedText;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts of a passage by turns: a piece of the skeleton, a segment, a piece of the skeleton and so on to the end. Each mark is in one
 * part.
 */
record PassageParts(List<MarkedText> parts) {

    /**
     * Shares out the marks. At the border of two parts a mark that opens goes with what follows, and with it what stands behind it there;
     * any other goes with what is before.
     *
     * @param cut of the passage's text
     */
    static PassageParts of(MarkedText passage, SegmentedText cut) {
        var parts = new ArrayList<MarkedText>();
        int mark = 0;
        int start = 0;
        int pieces = 2 * cut.segments().size() + 1;
        for (int i = 0; i < pieces; i++) {
            var text = i % 2 == 0 ? cut.skeleton().get(i / 2) : cut.segments().get(i / 2);
            int end = start + text.length();
            boolean last = i == pieces - 1;
            var marks = new ArrayList<InlineMark>();
            while (mark < passage.marks().size()) {
                var next = passage.marks().get(mark);
                boolean ours = next.position() < end
                        || next.position() == end && (last || next.kind() != InlineMark.Kind.OPEN && !text.isEmpty());
                if (!ours) {
                    break;
                }
                marks.add(next.moved(next.position() - start));
                mark++;
            }
            parts.add(new MarkedText(text, marks));
            start = end;
        }
        return new PassageParts(List.copyOf(parts));
    }

    /** Puts texts together, with their marks. */
    static MarkedText joined(List<MarkedText> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        var text = new StringBuilder();
        var marks = new ArrayList<InlineMark>();
        for (var part : parts) {
            for (var mark : part.marks()) {
                marks.add(mark.moved(text.length() + mark.position()));
            }
            text.append(part.text());
        }
        return new MarkedText(text.toString(), marks);
    }
}
