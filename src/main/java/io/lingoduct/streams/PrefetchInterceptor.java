package io.lingoduct.streams;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Shows every polled record to the {@link Prefetch} before Kafka Streams processes it. Made by Kafka for each stream
 * thread's consumer, from the class name in its settings.
 */
public final class PrefetchInterceptor implements ConsumerInterceptor<byte[], byte[]> {

    /** Consumer setting that holds the {@link Prefetch}. */
    static final String PREFETCH = "lingoduct.prefetch";

    private Prefetch prefetch;

    @Override
    public void configure(Map<String, ?> configs) {
        prefetch = (Prefetch) configs.get(PREFETCH);
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        prefetch.polled(records);
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // Prefetched translations are dropped as their records are processed, not as they are committed.
    }

    @Override
    public void close() {
        // The prefetch is shared by all consumers; tasks drop their partitions when they close.
    }
}
