package io.lingoduct.front;

import io.lingoduct.front.span.SpanKind;

/**
 * What a character U+FFFC of a masked text stands for.
 *
 * @param content the span as the source wrote it
 */
record Mask(String content, SpanKind kind) {

    /** The object replacement character, by which Unicode marks the place of what is no text. */
    static final char CHARACTER = '\uFFFC';

    static final String TEXT = String.valueOf(CHARACTER);
}
