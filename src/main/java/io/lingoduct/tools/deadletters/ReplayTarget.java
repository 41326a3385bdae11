package io.lingoduct.tools.deadletters;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** The destination of replayed messages. */
interface ReplayTarget {

    /** Called before the offsets of earlier replays are read. */
    void open();

    /**
     * Sends messages and notes in the same step what has been replayed.
     *
     * @param messages at least one
     */
    void send(List<ProducerRecord<byte[], byte[]>> messages, Map<TopicPartition, OffsetAndMetadata> replayed);
}
