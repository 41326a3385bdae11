package io.lingoduct.front.letters;

import io.lingoduct.front.align.WordAlignment;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A segment in the case that a model reads best, and the way back for its translation. A translation that says what the model was given, as
 * of a name or a text in another language, comes back as the segment was.
 */
public final class CasedSegment {

    private final String segment;
    private final String input;
    private final UnaryOperator<String> whole;
    private final Set<Integer> loud;
    private final UnaryOperator<String> capitals;

    /**
     * @param input as long as the segment
     * @param whole gives a translation the case of the segment; keeps its length if there are loud words
     * @param loud numbers of the words, as {@link WordAlignment#words} has them, that were in capitals among others that were not
     * @param capitals writes a word in capitals
     */
    CasedSegment(
            String segment,
            String input,
            UnaryOperator<String> whole,
            Set<Integer> loud,
            UnaryOperator<String> capitals) {
        this.segment = segment;
        this.input = input;
        this.whole = whole;
        this.loud = Set.copyOf(loud);
        this.capitals = capitals;
    }

    static CasedSegment untouched(String segment) {
        return new CasedSegment(segment, segment, UnaryOperator.identity(), Set.of(), UnaryOperator.identity());
    }

    /** The segment for the model, as long as the segment itself. */
    public String input() {
        return input;
    }

    /** Whether it matters which word of a translation comes from which of the source. */
    public boolean needsAlignment() {
        return !loud.isEmpty();
    }

    /**
     * The translation in the case that the segment had.
     *
     * @param target of the input, perhaps with a final mark more
     * @param alignment of the segment and the target; without one, null, single words in capitals are left as they are
     */
    public String restore(String target, WordAlignment alignment) {
        if (target.startsWith(input)
                && target.substring(input.length()).codePoints().noneMatch(Character::isLetterOrDigit)) {
            return segment + target.substring(input.length());
        }
        var restored = whole.apply(target);
        return loud.isEmpty() || alignment == null || restored.length() != target.length()
                ? restored
                : withLoudWords(restored, alignment);
    }

    private String withLoudWords(String target, WordAlignment alignment) {
        var text = new StringBuilder();
        int at = 0;
        for (int i = 0; i < alignment.target().size(); i++) {
            var word = alignment.target().get(i);
            if (word.end() <= target.length() && loud.contains(alignment.sourceOf(i))) {
                text.append(target, at, word.start())
                        .append(capitals.apply(target.substring(word.start(), word.end())));
                at = word.end();
            }
        }
        return text.append(target, at, target.length()).toString();
    }
}
