package io.lingoduct.front.span;

/** Kinds of what must come through a translation as it is. */
public enum SpanKind {
    URL,
    EMAIL,
    /** A place that a program fills in: <code>{{name}}</code>, <code>%s</code>, <code>${x}</code>, forms of ICU and Fluent. */
    PLACEHOLDER,
    INLINE_CODE,
    PATH,
    HASH,
    /** A name with digits in it, such as AB-1234. */
    CODE,
    HANDLE,
    HASHTAG,
    /** A tag of HTML or XML in a text that is not read as markup. */
    TAG,
    /** A sign that is no letter and that a model may not know: an arrow, a frame, a trademark. */
    SYMBOL,
    /** A pictograph, or a face that is drawn with marks. */
    EMOJI,
    /** What the route's own patterns match. */
    KEPT,
    NUMBER,
    PRICE,
    DATE,
    TIME;

    /** Whether a sentence treats it as it treats a numeral. */
    public boolean isNumeric() {
        return this == NUMBER || this == PRICE || this == DATE || this == TIME;
    }
}
