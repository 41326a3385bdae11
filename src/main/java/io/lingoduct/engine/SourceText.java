package io.lingoduct.engine;

import io.lingoduct.front.TextOptions;
import java.util.List;

/**
 * A text to translate.
 *
 * @param text of any length, also empty
 * @param options what its sender says about it
 */
public record SourceText(String text, TextOptions options) {

    /** A text of which its sender says nothing. */
    public static SourceText plain(String text) {
        return new SourceText(text, TextOptions.PLAIN);
    }

    public static List<SourceText> plain(List<String> texts) {
        return texts.stream().map(SourceText::plain).toList();
    }
}
