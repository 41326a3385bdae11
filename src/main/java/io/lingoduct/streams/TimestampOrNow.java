package io.lingoduct.streams;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The record's own timestamp, or the time of reading for records without one: Kafka Streams' own extractors stop at such
 * records or lose them. Made by Kafka from the class name in its settings.
 */
public final class TimestampOrNow implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.timestamp() >= 0 ? record.timestamp() : System.currentTimeMillis();
    }
}
