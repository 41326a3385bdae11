package io.lingoduct.serde.avro;

import io.lingoduct.serde.MalformedMessageException;

/** Reads Avro's binary encoding from an array, with every length held against what is left of it. */
final class AvroCursor {

    private static final int BITS_OF_EACH_BYTE = 7;
    private static final int MORE = 0x80;
    private static final int MAX_INT_BYTES = 5;
    private static final int MAX_LONG_BYTES = 10;

    private final byte[] bytes;
    private int position;

    AvroCursor(byte[] bytes, int start) {
        this.bytes = bytes;
        this.position = start;
    }

    int position() {
        return position;
    }

    int remaining() {
        return bytes.length - position;
    }

    long readLong() {
        return readVariable(MAX_LONG_BYTES);
    }

    void skipInt() {
        readVariable(MAX_INT_BYTES);
    }

    /** An index of an enum or a union. */
    int readIndex(int size) {
        long index = readVariable(MAX_INT_BYTES);
        if (index < 0 || index >= size) {
            throw new MalformedMessageException("not a valid Avro record: there is no symbol or branch " + index);
        }
        return (int) index;
    }

    /** The number of bytes of what follows: never more than are left. */
    int readLength() {
        long length = readLong();
        if (length < 0 || length > remaining()) {
            throw truncated();
        }
        return (int) length;
    }

    void skipBoolean() {
        if (remaining() < 1) {
            throw truncated();
        }
        if ((bytes[position] & ~1) != 0) {
            throw new MalformedMessageException("not a valid Avro record: a boolean is neither 0 nor 1");
        }
        position++;
    }

    void skip(int count) {
        if (count > remaining()) {
            throw truncated();
        }
        position += count;
    }

    static MalformedMessageException truncated() {
        return new MalformedMessageException("the Avro record is truncated, or a length in it is wrong");
    }

    // Zig-zag: the lowest bit is the sign.
    private long readVariable(int maxBytes) {
        long value = 0;
        for (int i = 0; i < maxBytes; i++) {
            if (remaining() == 0) {
                throw truncated();
            }
            int next = bytes[position++];
            value |= (long) (next & ~MORE & 0xFF) << (i * BITS_OF_EACH_BYTE);
            if ((next & MORE) == 0) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new MalformedMessageException("not a valid Avro record: a number is too long");
    }
}
