package io.lingoduct.streams.prefetch;

import io.lingoduct.streams.message.Route;
import io.lingoduct.streams.status.RouteProgress;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Shows every polled record to the {@link PrefetchBuffer} before Kafka Streams processes it, and counts it. Made by Kafka for
 * each stream thread's consumer, from the class name in its settings.
 */
public final class PrefetchInterceptor implements ConsumerInterceptor<byte[], byte[]> {

    /** Consumer setting that holds the {@link Parts}. */
    public static final String PARTS = "lingoduct.prefetch";

    /** Objects that the interceptors of a route's consumers share. */
    public record Parts(Route route, PrefetchBuffer buffer, RouteProgress progress) {}

    private Parts parts;

    @Override
    public void configure(Map<String, ?> configs) {
        parts = (Parts) configs.get(PARTS);
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        parts.progress().polled(records);
        parts.buffer().dropForgotten();
        for (var record : records) {
            parts.buffer().offer(parts.route(), record);
        }
        parts.buffer().fill();
        return records;
    }

    /** Called under at-least-once; under exactly-once the producer commits the offsets, and tells of it. */
    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        parts.progress().committed();
    }

    /** Prefetched translations stay: they are shared by all consumers, and tasks drop their partitions when they close. */
    @Override
    public void close() {
        parts.progress().threadEnds();
    }
}
