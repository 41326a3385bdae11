package io.lingoduct.streams.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.internals.ByteUtils;

class RecordSizeTest {

    @Property
    void shouldWriteLengthsInAsManyBytesAsKafkaDoes(@ForAll int value) {
        assertThat(RecordSize.varint(value)).isEqualTo(ByteUtils.sizeOfVarint(value));
    }

    @Property(tries = 200)
    void shouldKnowTheSizeOfARecord(
            @ForAll @IntRange(min = -1, max = 300) int key,
            @ForAll @IntRange(min = -1, max = 70_000) int value,
            @ForAll @IntRange(max = 70) int headers) {
        var all = new RecordHeaders();
        for (int i = 0; i < headers; i++) {
            all.add(new RecordHeader("ü".repeat(i), i % 3 == 0 ? null : new byte[i * 3]));
        }

        assertThat(RecordSize.of(bytes(key), bytes(value), all)).isEqualTo(kafkas(bytes(key), bytes(value), all));
    }

    private static long kafkas(byte[] key, byte[] value, RecordHeaders headers) {
        return 61
                + org.apache.kafka.common.record.internal.DefaultRecord.sizeInBytes(
                        0, 0, wrap(key), wrap(value), headers.toArray());
    }

    private static ByteBuffer wrap(byte[] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }

    private static byte[] bytes(int length) {
        return length < 0 ? null : new byte[length];
    }
}
