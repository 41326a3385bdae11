package io.lingoduct.front;

import io.lingoduct.front.inline.MarkedText;
import io.lingoduct.front.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The part of a segment that a model reads, in the case and with the final mark that it reads best.
 *
 * @param text masked
 * @param masks element i is what the i-th {@link Mask#CHARACTER} stands for
 * @param added those of the masks that the segment itself has not, because they were masked for one try only
 */
record MaskedCore(String text, List<Mask> masks, List<Mask> added) {

    MaskedCore(String text, List<Mask> masks) {
        this(text, masks, List.of());
    }

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
        return new MaskedCore(masked.text().text(), List.copyOf(all), masked.masks());
    }

    /**
     * A translation in which only the masks of the segment itself are left.
     *
     * @param contents what is to be written in their places, in the order of the translation
     */
    record Target(String text, List<String> contents) {}

    /**
     * @param target with all masks
     * @param order element i is the number of the mask at the i-th place
     * @param written what is written for a mask
     */
    Target target(String target, List<Integer> order, Function<Mask, String> written) {
        var contents =
                order.stream().map(mask -> written.apply(masks.get(mask))).toList();
        if (added.isEmpty()) {
            return new Target(target, contents);
        }
        var text = new StringBuilder();
        var left = new ArrayList<String>();
        int place = 0;
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c != Mask.CHARACTER) {
                text.append(c);
            } else if (isAdded(masks.get(order.get(place)))) {
                text.append(contents.get(place++));
            } else {
                text.append(c);
                left.add(contents.get(place++));
            }
        }
        return new Target(text.toString(), List.copyOf(left));
    }

    /** By identity: a number may stand twice in a segment, and be masked once. */
    private boolean isAdded(Mask mask) {
        return added.stream().anyMatch(other -> other == mask);
    }
}
