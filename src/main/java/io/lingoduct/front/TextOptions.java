package io.lingoduct.front;

import io.lingoduct.front.markup.TextMarkup;
import io.lingoduct.front.number.NumberStyle;
import io.lingoduct.front.span.KeepPatterns;

/**
 * What the sender of a text says about it.
 *
 * @param keep whose matches come through as they are
 */
public record TextOptions(TextMarkup markup, KeepPatterns keep, NumberStyle numbers) {

    public static final TextOptions PLAIN = new TextOptions(TextMarkup.TEXT, KeepPatterns.NONE, NumberStyle.KEEP);
}
