package io.lingoduct.front.span;

/**
 * A stretch of a text that must come through as it is.
 *
 * @param start index of its first character
 * @param end index behind its last character
 */
public record Span(int start, int end, SpanKind kind) {

    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("no span from " + start + " to " + end);
        }
    }

    public int length() {
        return end - start;
    }

    public String of(String text) {
        return text.substring(start, end);
    }
}
