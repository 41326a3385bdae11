package io.lingoduct.serde;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What a message in Avro's single-object encoding begins with: the bytes C3 01 and the fingerprint of a schema. */
final class SingleObjectHeader {

    static final int BYTES = 10;

    private static final int MARKER_0 = 0xC3;
    private static final int MARKER_1 = 0x01;

    private SingleObjectHeader() {}

    /**
     * The fingerprint that a message names.
     *
     * @throws MalformedMessageException if the message does not begin with such a header
     */
    static long fingerprint(byte[] value) {
        if (value.length < 2 || (value[0] & 0xFF) != MARKER_0 || (value[1] & 0xFF) != MARKER_1) {
            throw new MalformedMessageException(
                    "not Avro single-object encoding: the value does not begin with the bytes C3 01");
        }
        if (value.length < BYTES) {
            throw new MalformedMessageException("the Avro header is truncated: " + value.length + " bytes of 10");
        }
        return ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
    }

    static MalformedMessageException unknown(long fingerprint) {
        return new MalformedMessageException(
                "written with an unknown schema: fingerprint " + String.format("%016x", fingerprint));
    }

    /** The header and the record as one new array. */
    static byte[] frame(long fingerprint, byte[] record) {
        return ByteBuffer.allocate(BYTES + record.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) MARKER_0)
                .put((byte) MARKER_1)
                .putLong(fingerprint)
                .put(record)
                .array();
    }
}
