package io.lingoduct.streams.route;

import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The record's own timestamp, or the time of reading for records without one: Kafka Streams' own extractors stop at such
 * records or lose them. Made by Kafka from the class name in its settings.
 */
public final class TimestampOrNow implements TimestampExtractor {

    private final InstantSource clock;

    public TimestampOrNow() {
        this(InstantSource.system());
    }

    TimestampOrNow(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.timestamp() >= 0 ? record.timestamp() : clock.millis();
    }
}
