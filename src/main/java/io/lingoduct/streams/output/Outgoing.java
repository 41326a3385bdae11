package io.lingoduct.streams.output;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/**
 * An output value on its way to the sink.
 *
 * @param value the bytes to write; null is a tombstone
 * @param topic topic to write them to
 * @param sourcePartition partition that the message came from
 * @param sourcePartitions partitions of the input topics, the largest number where there are several
 */
public record Outgoing(byte[] value, String topic, int sourcePartition, int sourcePartitions) {

    public static Serializer<Outgoing> serializer() {
        return (topic, outgoing) -> outgoing.value();
    }

    public static TopicNameExtractor<byte[], Outgoing> topics() {
        return (key, outgoing, context) -> outgoing.topic();
    }

    /**
     * Keeps messages of one partition together and in order, with and without keys: partition n goes to partition n. Where
     * the output topic has another number of partitions, messages with a key go where Kafka's own partitioner puts them.
     */
    public static StreamPartitioner<byte[], Outgoing> partitioner() {
        return new StreamPartitioner<>() {

            @Override
            public Optional<Set<Integer>> partitions(
                    String topic, byte[] key, Outgoing outgoing, Headers headers, int partitions) {
                return outgoing.partition(key, partitions);
            }

            /** Asked by Kafka before 4.4; the interface still has it without a body. */
            @Override
            @SuppressWarnings("removal")
            public Optional<Set<Integer>> partitions(String topic, byte[] key, Outgoing outgoing, int partitions) {
                return outgoing.partition(key, partitions);
            }
        };
    }

    Optional<Set<Integer>> partition(byte[] key, int partitions) {
        return key != null && partitions != sourcePartitions
                ? Optional.empty()
                : Optional.of(Set.of(sourcePartition % partitions));
    }
}
