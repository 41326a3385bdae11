package io.lingoduct.front.markup;

import io.lingoduct.front.inline.MarkedText;
import io.lingoduct.front.span.Span;
import java.util.List;

/** A stretch of a text that is marked up: one to leave alone, or one to translate. */
public sealed interface MarkupPiece {

    /** What is written back as it stands. */
    record Verbatim(String text) implements MarkupPiece {}

    /**
     * Words to translate, as a reader sees them: without tags and entities, with a space for a line break.
     *
     * @param text with its inline tags as marks. What must stay as it is stands in it as it is written
     * @param kept stretches of the text that must stay as they are, such as inline code; in their order
     * @param source the passage as it is written
     */
    record Passage(MarkedText text, List<Span> kept, String source, Spelling spelling) implements MarkupPiece {

        public Passage {
            kept = List.copyOf(kept);
        }

        static Passage plain(String text) {
            return new Passage(MarkedText.plain(text), List.of(), text, Spelling.NONE);
        }

        /**
         * The passage as it is written, with other words. Characters are spelled as the source spells them; what could be taken
         * for markup is escaped. Marks of pairs and marks that stand alone are written as they are. Unchanged words give the
         * source back, byte for byte.
         */
        public String written(MarkedText translation) {
            return translation.written().equals(text.written()) ? source : spelling.write(translation);
        }
    }
}
