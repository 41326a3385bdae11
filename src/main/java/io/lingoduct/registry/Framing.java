package io.lingoduct.registry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * The header before an Avro record, which says what schema the record was written with. Two are known, and the first byte
 * tells them apart: Confluent's, with an id of a registry, and that of Avro's single-object encoding, with a fingerprint.
 * A value is the header and the record, with nothing between and nothing after.
 */
public sealed interface Framing {

    /** Length of the header: where the record begins. */
    int headerBytes();

    /** The header as a new array of {@link #headerBytes()}. */
    byte[] header();

    /** Header and record as one new array. */
    default byte[] frame(byte[] avroRecord) {
        return ByteBuffer.allocate(headerBytes() + avroRecord.length)
                .put(header())
                .put(avroRecord)
                .array();
    }

    /**
     * Reads the header; the record follows at {@link #headerBytes()} and may be empty.
     *
     * @throws FramingException if the bytes begin with neither header, or end within it
     */
    static Framing parse(byte[] value) throws FramingException {
        if (value.length == 0) {
            throw new FramingException("the value is empty: not Avro with a header that names its schema");
        }
        return switch (value[0]) {
            case Confluent.MAGIC -> Confluent.parse(value);
            case SingleObject.MARKER_0 -> SingleObject.parse(value);
            default ->
                throw new FramingException(
                        "the value begins with the byte %02X: neither 00 (id of a registry) nor C3 01 (single object)"
                                .formatted(value[0]));
        };
    }

    /**
     * Confluent's wire format: the byte 0 and the id in four bytes, the highest first.
     *
     * @param schemaId as the registry gave it
     */
    record Confluent(int schemaId) implements Framing {

        /** Length of the header. */
        public static final int BYTES = 5;

        private static final byte MAGIC = 0;

        private static Confluent parse(byte[] value) throws FramingException {
            requireLength(value, BYTES);
            return new Confluent(ByteBuffer.wrap(value).getInt(1));
        }

        @Override
        public int headerBytes() {
            return BYTES;
        }

        @Override
        public byte[] header() {
            return ByteBuffer.allocate(BYTES).put(MAGIC).putInt(schemaId).array();
        }
    }

    /**
     * Avro's single-object encoding: the bytes C3 01 and the fingerprint in eight bytes, the lowest first.
     *
     * @param fingerprint CRC-64-AVRO of the schema's parsing canonical form
     */
    record SingleObject(long fingerprint) implements Framing {

        private static final byte MARKER_0 = (byte) 0xC3;
        private static final byte MARKER_1 = 0x01;
        private static final int BYTES = 10;

        /** The header for records written with this schema. */
        public static SingleObject of(Schema schema) {
            return new SingleObject(SchemaNormalization.parsingFingerprint64(schema));
        }

        private static SingleObject parse(byte[] value) throws FramingException {
            if (value.length > 1 && value[1] != MARKER_1) {
                throw new FramingException(
                        "the value begins with the bytes C3 %02X, not with C3 01 (single object)".formatted(value[1]));
            }
            requireLength(value, BYTES);
            return new SingleObject(
                    ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong(2));
        }

        @Override
        public int headerBytes() {
            return BYTES;
        }

        @Override
        public byte[] header() {
            return ByteBuffer.allocate(BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(MARKER_0)
                    .put(MARKER_1)
                    .putLong(fingerprint)
                    .array();
        }
    }

    private static void requireLength(byte[] value, int headerBytes) throws FramingException {
        if (value.length < headerBytes) {
            throw new FramingException("the header is truncated: " + value.length + " bytes of " + headerBytes);
        }
    }
}
