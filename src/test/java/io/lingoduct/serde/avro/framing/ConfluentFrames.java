package io.lingoduct.serde.avro.framing;

import java.nio.ByteBuffer;

/** Messages in Confluent's wire format, written and read without the code under test. */
public final class ConfluentFrames {

    private ConfluentFrames() {}

    /** A record behind the id of a schema. */
    public static byte[] frame(int schemaId, byte[] record) {
        return ByteBuffer.allocate(5 + record.length)
                .put((byte) 0)
                .putInt(schemaId)
                .put(record)
                .array();
    }

    /** The id of the schema that a message names. */
    public static int schemaId(byte[] value) {
        if (value[0] != 0) {
            throw new AssertionError("the value does not begin with the byte 0");
        }
        return ByteBuffer.wrap(value).getInt(1);
    }
}
