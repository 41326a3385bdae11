package io.lingoduct.serde;

/**
 * A range of bytes in a message's value.
 *
 * @param start offset of the first byte
 * @param end offset after the last byte
 */
public record ByteRange(int start, int end) {}
