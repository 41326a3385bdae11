package io.lingoduct.streams;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * An output value on its way to the sink.
 *
 * @param value the bytes to write; null is a tombstone
 * @param sourcePartition partition that the message came from
 */
record Outgoing(byte[] value, int sourcePartition) {

    static Serializer<Outgoing> serializer() {
        return (topic, outgoing) -> outgoing.value();
    }

    /**
     * Keeps messages of one partition together and in order, with and without keys: partition n goes to partition n. Where
     * the output topic has another number of partitions, messages with a key go where Kafka's own partitioner puts them.
     *
     * @param sourcePartitions partitions of the input topics, the largest number where there are several
     */
    static StreamPartitioner<byte[], Outgoing> partitioner(int sourcePartitions) {
        return (topic, key, outgoing, partitions) -> key != null && partitions != sourcePartitions
                ? Optional.empty()
                : Optional.of(Set.of(outgoing.sourcePartition() % partitions));
    }
}
