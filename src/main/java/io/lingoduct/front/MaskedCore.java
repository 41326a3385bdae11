package io.lingoduct.front;

import io.lingoduct.front.inline.MarkedText;
import io.lingoduct.front.span.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a segment that a model reads, in the case and with the final mark that it reads best.
 *
 * @param text masked
 * @param masks element i is what the i-th {@link Mask#CHARACTER} stands for
 */
record MaskedCore(String text, List<Mask> masks) {

    /** The same with more spans masked, none of which holds a mask. */
    MaskedCore masking(List<Span> spans) {
        if (spans.isEmpty()) {
            return this;
        }
        var masked = MaskedPassage.of(MarkedText.plain(text), spans);
        var all = new ArrayList<Mask>();
        int before = 0;
        int at = 0;
        for (int i = 0; i < spans.size(); i++) {
            int earlier = MaskedPassage.count(text.substring(at, spans.get(i).start()));
            all.addAll(masks.subList(before, before + earlier));
            before += earlier;
            all.add(masked.masks().get(i));
            at = spans.get(i).end();
        }
        all.addAll(masks.subList(before, masks.size()));
        return new MaskedCore(masked.text().text(), List.copyOf(all));
    }
}
