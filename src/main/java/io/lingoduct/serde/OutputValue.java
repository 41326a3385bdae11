package io.lingoduct.serde;

/** An output value whose size is known before its first byte is written, in the order of its bytes. */
public final class OutputValue {

    private final byte[] bytes;
    private int position;

    /** @param size exactly what will be written */
    public OutputValue(int size) {
        bytes = new byte[size];
    }

    public void write(byte[] from) {
        write(from, 0, from.length);
    }

    public void write(byte[] from, int start, int length) {
        System.arraycopy(from, start, bytes, position, length);
        position += length;
    }

    /** @throws IllegalStateException if less was written than announced */
    public byte[] written() {
        if (position != bytes.length) {
            throw new IllegalStateException(position + " bytes were written where " + bytes.length + " were expected");
        }
        return bytes;
    }
}
