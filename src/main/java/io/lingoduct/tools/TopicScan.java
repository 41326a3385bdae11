package io.lingoduct.tools;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads partitions up to the end that they had when it began. What comes in meanwhile is left out, so that a scan ends even
 * where it is itself the cause of new records.
 */
public final class TopicScan {

    private static final Duration POLL = Duration.ofMillis(100);

    /** Takes records batch by batch, in order within each partition. */
    @FunctionalInterface
    public interface Batches {

        void take(List<ConsumerRecord<byte[], byte[]>> batch);
    }

    private final Consumer<byte[], byte[]> consumer;
    private final BooleanSupplier stopped;

    /**
     * @param stopped asked between batches
     */
    public TopicScan(Consumer<byte[], byte[]> consumer, BooleanSupplier stopped) {
        this.consumer = consumer;
        this.stopped = stopped;
    }

    /**
     * @param starts first offset to read of each partition; from its beginning where it is absent
     * @return whether the end was reached
     */
    public boolean run(List<TopicPartition> partitions, Map<TopicPartition, Long> starts, Batches batches) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        starts.forEach(consumer::seek);
        var ends = consumer.endOffsets(partitions);
        while (isBefore(ends)) {
            if (stopped.getAsBoolean()) {
                return false;
            }
            var batch = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            for (var record : consumer.poll(POLL)) {
                if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                    batch.add(record);
                }
            }
            batches.take(batch);
        }
        return true;
    }

    private boolean isBefore(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }
}
