package io.lingoduct.streams;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/** Upper bound of the bytes that a record takes in a request and in a topic, before compression. */
final class RecordSize {

    // A batch of one record: the batch's header, then the record's lengths, attributes and deltas at their longest.
    private static final int BATCH_AND_RECORD_OVERHEAD = 61 + 21;
    private static final int HEADER_OVERHEAD = 10;

    private RecordSize() {}

    static long upperBound(byte[] key, byte[] value, Headers headers) {
        long bytes = BATCH_AND_RECORD_OVERHEAD + length(key) + length(value);
        for (var header : headers) {
            bytes += HEADER_OVERHEAD + header.key().getBytes(StandardCharsets.UTF_8).length + length(header.value());
        }
        return bytes;
    }

    private static long length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
