package io.lingoduct.serde;

/**
 * A place in a value.
 *
 * @param start offset of the first byte
 * @param end offset after the last byte
 */
record Span(int start, int end) {}
