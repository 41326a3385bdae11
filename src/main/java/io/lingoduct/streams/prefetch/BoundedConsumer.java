package io.lingoduct.streams.prefetch;

import io.lingoduct.streams.status.RouteProgress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A stream thread's consumer that fetches nothing more while its thread holds enough bytes, and that always leaves its group.
 * Kafka Streams stays in the group when one of its threads dies, to spare its state stores a move; there are none here, and
 * until the session times out the partitions would stand still.
 */
public final class BoundedConsumer extends KafkaConsumer<byte[], byte[]> {

    private final RouteProgress progress;
    private final long mostBytes;
    private int heldBefore;

    /**
     * @param mostBytes bytes of polled records from which on no more are fetched; one poll may go beyond them
     */
    public BoundedConsumer(Map<String, Object> settings, RouteProgress progress, long mostBytes) {
        super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.progress = progress;
        this.mostBytes = mostBytes;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        var held = progress.held();
        held.retain(assignment());
        int before = heldBefore;
        heldBefore = held.count();
        if (held.bytes() < mostBytes) {
            return super.poll(timeout);
        }
        Set<TopicPartition> pausedHere = new HashSet<>(assignment());
        pausedHere.removeAll(paused());
        pause(pausedHere);
        try {
            // Only the heartbeat and the group's news are wanted, and no wait for them where there is work to go on
            // with, unless the route is paused and none of it was done.
            return super.poll(heldBefore == before ? timeout : Duration.ZERO);
        } finally {
            pausedHere.retainAll(assignment());
            resume(pausedHere);
        }
    }

    @Override
    public void close() {
        close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }

    @Override
    public void close(CloseOptions options) {
        progress.threadEnds();
        super.close(options.withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }
}
