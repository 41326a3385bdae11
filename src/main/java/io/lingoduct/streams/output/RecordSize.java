package io.lingoduct.streams.output;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/**
 * The bytes of a record in its topic: a batch of its own in format 2, before compression, as
 * <a href="https://kafka.apache.org/documentation/#messageformat">Kafka documents it</a>.
 */
public final class RecordSize {

    private static final int BATCH_HEADER = 61;
    // Attributes, and the deltas of timestamp and offset, which are zero in a batch of one.
    private static final int RECORD_START = 3;
    private static final int BITS_PER_BYTE = 7;
    private static final int NULL_LENGTH = -1;

    private RecordSize() {}

    /** Exactly what a broker holds against the topic's {@code max.message.bytes} where nothing is compressed. */
    public static long of(byte[] key, byte[] value, Headers headers) {
        long body = RECORD_START + field(key) + field(value);
        int count = 0;
        for (var header : headers) {
            body += field(header.key().getBytes(StandardCharsets.UTF_8)) + field(header.value());
            count++;
        }
        body += varint(count);
        return BATCH_HEADER + varint((int) Math.min(body, Integer.MAX_VALUE)) + body;
    }

    private static long field(byte[] bytes) {
        return bytes == null ? varint(NULL_LENGTH) : varint(bytes.length) + (long) bytes.length;
    }

    /** Bytes of a zigzag-encoded variable-length integer. */
    static int varint(int value) {
        long zigzag = ((long) value << 1 ^ value >> 31) & 0xFFFF_FFFFL;
        int bytes = 1;
        while (zigzag >= 1 << BITS_PER_BYTE) {
            zigzag >>>= BITS_PER_BYTE;
            bytes++;
        }
        return bytes;
    }
}
