package io.lingoduct.front.number;

import io.lingoduct.front.span.SpanKind;
import java.util.List;

/**
 * A place of a text with digits.
 *
 * @param start index of its first character
 * @param end index behind its last character
 * @param isPartOfWord whether letters stand on it that are no unit, as in 2nd or MP3
 * @param values one, or two of a range or of a date with a time
 */
record Found(int start, int end, SpanKind kind, boolean isPartOfWord, List<NumberValue> values) {

    static Found of(int start, int end, SpanKind kind, NumberValue... values) {
        return new Found(start, end, kind, false, List.of(values));
    }
}
