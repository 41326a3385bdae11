package io.lingoduct.front;

import io.lingoduct.front.inline.InlineMark;
import io.lingoduct.front.inline.MarkedText;
import io.lingoduct.front.span.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A passage in which each span is one character, {@link Mask#CHARACTER}, so that nothing that reads it sees the inside of a span.
 *
 * @param masks element i is what the i-th such character of the text stands for
 */
record MaskedPassage(MarkedText text, List<Mask> masks) {

    /**
     * Masks spans. One with marks inside is masked in parts, between which the marks stay.
     *
     * @param spans disjoint and in their order; every {@link Mask#CHARACTER} of the passage lies in one
     */
    static MaskedPassage of(MarkedText passage, List<Span> spans) {
        if (spans.isEmpty()) {
            return new MaskedPassage(passage, List.of());
        }
        var text = new StringBuilder();
        var marks = new ArrayList<InlineMark>();
        var masks = new ArrayList<Mask>();
        var source = passage.text();
        var open = passage.marks();
        int at = 0;
        int mark = 0;
        for (var span : spans) {
            while (mark < open.size() && open.get(mark).position() <= span.start()) {
                text.append(source, at, open.get(mark).position());
                at = open.get(mark).position();
                marks.add(open.get(mark++).moved(text.length()));
            }
            text.append(source, at, span.start());
            at = span.start();
            while (mark < open.size() && open.get(mark).position() < span.end()) {
                int position = open.get(mark).position();
                if (position > at) {
                    text.append(Mask.CHARACTER);
                    masks.add(new Mask(source.substring(at, position), span.kind()));
                    at = position;
                }
                marks.add(open.get(mark++).moved(text.length()));
            }
            text.append(Mask.CHARACTER);
            masks.add(new Mask(source.substring(at, span.end()), span.kind()));
            at = span.end();
        }
        while (mark < open.size()) {
            text.append(source, at, open.get(mark).position());
            at = open.get(mark).position();
            marks.add(open.get(mark++).moved(text.length()));
        }
        text.append(source, at, source.length());
        return new MaskedPassage(new MarkedText(text.toString(), marks), List.copyOf(masks));
    }

    /**
     * Puts contents in the places of the masks of a text.
     *
     * @param contents one for each {@link Mask#CHARACTER} of the text, in their order
     */
    static MarkedText unmasked(MarkedText masked, List<String> contents) {
        if (contents.isEmpty()) {
            return masked;
        }
        var text = new StringBuilder();
        var marks = new ArrayList<InlineMark>();
        int mark = 0;
        int content = 0;
        for (int i = 0; i <= masked.text().length(); i++) {
            while (mark < masked.marks().size() && masked.marks().get(mark).position() == i) {
                marks.add(masked.marks().get(mark++).moved(text.length()));
            }
            if (i < masked.text().length()) {
                char c = masked.text().charAt(i);
                if (c == Mask.CHARACTER) {
                    text.append(contents.get(content++));
                } else {
                    text.append(c);
                }
            }
        }
        if (content < contents.size()) {
            throw new IllegalArgumentException(contents.size() + " spans have only " + content + " places");
        }
        return new MarkedText(text.toString(), marks);
    }

    /** How many masks a part of a masked text has. */
    static int count(String masked) {
        int count = 0;
        for (int i = masked.indexOf(Mask.CHARACTER); i >= 0; i = masked.indexOf(Mask.CHARACTER, i + 1)) {
            count++;
        }
        return count;
    }
}
