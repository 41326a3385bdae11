package io.lingoduct.front.letters;

import io.lingoduct.front.align.WordAlignment;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A segment in the case that a model reads best. */
public final class CasedSegment {

    private final String input;
    private final UnaryOperator<String> whole;
    private final Set<Integer> capitals;

    /**
     * @param whole gives a whole translation its case
     * @param capitals numbers of the words, as {@link WordAlignment#words} has them, that were in capitals
     */
    CasedSegment(String input, UnaryOperator<String> whole, Set<Integer> capitals) {
        this.input = input;
        this.whole = whole;
        this.capitals = Set.copyOf(capitals);
    }

    static CasedSegment untouched(String segment) {
        return new CasedSegment(segment, UnaryOperator.identity(), Set.of());
    }

    /** The segment for the model, as long as the segment itself. */
    public String input() {
        return input;
    }

    /** Whether it matters which word of a translation comes from which of the source. */
    public boolean needsAlignment() {
        return !capitals.isEmpty();
    }

    /**
     * The translation in the case that the segment had.
     *
     * @param alignment of the segment and the target; may be null where {@link #needsAlignment} says so
     */
    public String restore(String target, WordAlignment alignment) {
        var restored = whole.apply(target);
        if (capitals.isEmpty() || restored.length() != target.length()) {
            return restored;
        }
        var text = new StringBuilder();
        int at = 0;
        for (int i = 0; i < alignment.target().size(); i++) {
            var word = alignment.target().get(i);
            if (capitals.contains(alignment.sourceOf(i))) {
                text.append(restored, at, word.start())
                        .append(Letters.upper(restored.substring(word.start(), word.end())));
                at = word.end();
            }
        }
        return text.append(restored.substring(at)).toString();
    }
}
