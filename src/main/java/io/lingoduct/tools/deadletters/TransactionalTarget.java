package io.lingoduct.tools.deadletters;

import io.lingoduct.tools.KafkaToolException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;

/**
 * Sends each batch in one transaction with the offsets of what was replayed. The transactional id is the same for every
 * replay of a topic: a later one ends what an interrupted one has left open, and two at once cannot double anything, since
 * the earlier is shut out.
 */
final class TransactionalTarget implements ReplayTarget {

    // What brokers take unless told otherwise (offset.metadata.max.bytes).
    private static final int MAX_METADATA = 4_096;

    private final Producer<byte[], byte[]> producer;
    private final Supplier<ConsumerGroupMetadata> group;

    /**
     * @param producer with a transactional id, not yet used
     * @param group the consumer group that keeps the offsets
     */
    TransactionalTarget(Producer<byte[], byte[]> producer, Supplier<ConsumerGroupMetadata> group) {
        this.producer = producer;
        this.group = group;
    }

    @Override
    public void open() {
        producer.initTransactions();
    }

    /**
     * @throws KafkaToolException if another replay has begun, or there are too many gaps between the replayed
     * @throws KafkaException if the brokers do not take the batch, of which nothing is sent then
     */
    @Override
    public void send(List<ProducerRecord<byte[], byte[]>> messages, Map<TopicPartition, OffsetAndMetadata> replayed) {
        replayed.forEach(TransactionalTarget::requireRoom);
        try {
            producer.beginTransaction();
            messages.forEach(producer::send);
            producer.sendOffsetsToTransaction(replayed, group.get());
            producer.commitTransaction();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new KafkaToolException("another replay of this topic has begun, and goes on from here", e);
        } catch (RuntimeException e) {
            abort(e);
            throw e;
        }
    }

    private void abort(RuntimeException cause) {
        try {
            producer.abortTransaction();
        } catch (KafkaException e) {
            // The next replay ends the transaction.
            cause.addSuppressed(e);
        }
    }

    private static void requireRoom(TopicPartition partition, OffsetAndMetadata offset) {
        if (offset.metadata().length() > MAX_METADATA) {
            throw new KafkaToolException("the filter leaves more gaps in " + partition
                    + " than the consumer group can keep; replay all, or more of them at once");
        }
    }
}
