package io.lingoduct.streams.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class TimestampOrNowTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final StreamSettings.TimestampOrNow extractor =
            new StreamSettings.TimestampOrNow(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void shouldKeepATimestamp() {
        assertThat(extractor.extract(record(0), 5)).isZero();
        assertThat(extractor.extract(record(17), 5)).isEqualTo(17);
    }

    @Test
    void shouldTakeTheTimeOfReadingForANegativeOne() {
        assertThat(extractor.extract(record(-1), 5)).isEqualTo(NOW.toEpochMilli());
        assertThat(extractor.extract(record(Long.MIN_VALUE), 5)).isEqualTo(NOW.toEpochMilli());
    }

    private static ConsumerRecord<Object, Object> record(long timestamp) {
        return new ConsumerRecord<>(
                "in",
                0,
                0,
                timestamp,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                null,
                new RecordHeaders(),
                Optional.empty());
    }
}
