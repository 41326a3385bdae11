package io.lingoduct.front;

import io.lingoduct.front.align.WordAlignment;
import io.lingoduct.front.edge.EdgedSegment;
import io.lingoduct.front.inline.MarkPlacer;
import io.lingoduct.front.inline.MarkedText;
import io.lingoduct.front.letters.CasedSegment;
import java.util.ArrayList;
import java.util.List;

/** A segment as a model is to read it, and the way back from its translation. */
final class ReadableSegment {

    private final MarkedText source; // masked, with all of its marks
    private final List<Mask> masks;
    private final EdgedSegment edges;
    private final CasedSegment cased;
    private final MaskedCore core;

    /**
     * @param source masked, without emoji and characters that cannot be seen
     * @param masks what its masks stand for
     * @param edges of its text
     * @param cased the core between the edges
     */
    ReadableSegment(MarkedText source, List<Mask> masks, EdgedSegment edges, CasedSegment cased) {
        this.source = source;
        this.masks = masks;
        this.edges = edges;
        this.cased = cased;
        int before = MaskedPassage.count(edges.lead());
        this.core = new MaskedCore(
                cased.input() + edges.input().substring(edges.core().length()),
                masks.subList(before, before + MaskedPassage.count(edges.core())));
    }

    MaskedCore core() {
        return core;
    }

    /** The segment as it was written. */
    MarkedText original() {
        return MaskedPassage.unmasked(source, contents(masks));
    }

    private static List<String> contents(List<Mask> masks) {
        return masks.stream().map(Mask::content).toList();
    }

    /** Whether a translation cannot be completed before it is known which of its words come from which of the source. */
    boolean needsAlignment() {
        int start = edges.lead().length();
        int end = start + edges.core().length();
        return cased.needsAlignment()
                || source.marks().stream().anyMatch(mark -> mark.position() > start && mark.position() < end);
    }

    /**
     * The translation with all that was taken out in it again.
     *
     * @param target of the core. One that says just what the model has read makes the segment as it was written
     */
    MarkedText restored(MaskedCore.Target target, CoreAlignment alignment) {
        if (target.text().equals(core.text()) && target.contents().equals(contents(core.masks()))) {
            return original();
        }
        var edged = edges.restore(target.text());
        var plain = edged.substring(
                edges.lead().length(), edged.length() - edges.trail().length());
        WordAlignment ofCore = cased.needsAlignment() ? alignment.fitted(edges.core(), 0, plain, 0) : null;
        var whole = edges.lead() + cased.restore(plain, ofCore) + edges.trail();
        var marked = source.marks().isEmpty() ? MarkedText.plain(whole) : withMarks(whole, alignment);
        if (masks.isEmpty()) {
            return marked;
        }
        int before = MaskedPassage.count(edges.lead());
        int behind = MaskedPassage.count(edges.trail());
        var all = new ArrayList<String>();
        masks.subList(0, before).forEach(mask -> all.add(mask.content()));
        all.addAll(target.contents());
        masks.subList(masks.size() - behind, masks.size()).forEach(mask -> all.add(mask.content()));
        return MaskedPassage.unmasked(marked, all);
    }

    private MarkedText withMarks(String target, CoreAlignment alignment) {
        int lead = WordAlignment.words(edges.lead()).size();
        return MarkPlacer.place(source, target, alignment.fitted(source.text(), lead, target, lead));
    }
}
