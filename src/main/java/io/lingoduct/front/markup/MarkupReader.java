package io.lingoduct.front.markup;

import io.lingoduct.front.markup.MarkupPiece.Passage;
import io.lingoduct.front.markup.MarkupPiece.Verbatim;
import java.util.List;

/**
 * Takes a text that is marked up apart into what stays and passages to translate. Any text can be read, well-formed or not; the pieces
 * as they are written, one behind the other, are the text again. The time grows linearly with the length.
 */
public final class MarkupReader {

    private MarkupReader() {}

    /** Pieces in their order; without markup, the text is a single passage. */
    public static List<MarkupPiece> read(String text, TextMarkup markup) {
        return switch (markup) {
            case TEXT -> plain(text);
            case HTML -> HtmlReader.read(text);
            case MARKDOWN -> MarkdownReader.read(text);
        };
    }

    static List<MarkupPiece> plain(String text) {
        return text.isEmpty() ? List.of() : List.of(Passage.plain(text));
    }

    /** The pieces as they stand, one behind the other. */
    public static String written(List<MarkupPiece> pieces) {
        var text = new StringBuilder();
        for (var piece : pieces) {
            if (piece instanceof Verbatim verbatim) {
                text.append(verbatim.text());
            } else if (piece instanceof Passage passage) {
                text.append(passage.written(passage.text()));
            }
        }
        return text.toString();
    }
}
