package io.lingoduct.streams.status;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/**
 * The records that one stream thread holds between a poll and their turn, by partition, with their sizes. Kafka Streams bounds
 * them by number only, which says nothing about memory where one message has twenty bytes and the next a million.
 */
public final class HeldRecords {

    private record Held(long offset, int bytes) {}

    private final Map<TopicPartition, Deque<Held>> partitions = new HashMap<>();
    private long bytes;
    private int count;

    public synchronized void polled(TopicPartition partition, long offset, int size) {
        var records = partitions.computeIfAbsent(partition, unknown -> new ArrayDeque<>());
        // Read once more from further back: what was held before is gone.
        while (!records.isEmpty() && records.peekLast().offset() >= offset) {
            gone(records.removeLast());
        }
        records.addLast(new Held(offset, size));
        bytes += size;
        count++;
    }

    /** The turn of a record has come; what lies before it in its partition has gone, too. */
    synchronized void processed(Origin origin) {
        var records = partitions.get(new TopicPartition(origin.topic(), origin.partition()));
        while (records != null && !records.isEmpty() && records.peekFirst().offset() <= origin.offset()) {
            gone(records.removeFirst());
        }
    }

    /** Forgets all other partitions: Kafka Streams has thrown their records away. */
    public synchronized void retain(Collection<TopicPartition> assigned) {
        forgetIf(partition -> !assigned.contains(partition));
    }

    /** Forgets a partition of all topics, whose task has been closed. */
    synchronized void forget(int number) {
        forgetIf(partition -> partition.partition() == number);
    }

    private void forgetIf(Predicate<TopicPartition> gone) {
        partitions.entrySet().removeIf(entry -> {
            boolean lost = gone.test(entry.getKey());
            if (lost) {
                entry.getValue().forEach(this::gone);
            }
            return lost;
        });
    }

    /** Bytes of keys and values. */
    public synchronized long bytes() {
        return bytes;
    }

    public synchronized int count() {
        return count;
    }

    private void gone(Held held) {
        bytes -= held.bytes();
        count--;
    }
}
