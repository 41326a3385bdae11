package io.lingoduct.tools.deadletters;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Sends nothing: to see what would be sent. */
final class DryRun implements ReplayTarget {

    @Override
    public void open() {
        // To look on must not end a replay that runs beside.
    }

    @Override
    public void send(List<ProducerRecord<byte[], byte[]>> messages, Map<TopicPartition, OffsetAndMetadata> replayed) {
        // Nothing goes anywhere.
    }
}
