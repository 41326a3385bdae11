package io.lingoduct.streams.output;

import io.lingoduct.streams.fault.MessageFault;
import io.lingoduct.streams.status.Origin;
import io.lingoduct.streams.status.RouteProgress;
import io.lingoduct.streams.topics.TopicBook;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A stream thread's producer that tells for which message a send has failed. Kafka Streams knows that only as long as the
 * message is processed, and a broker answers later.
 */
public final class WatchedProducer extends KafkaProducer<byte[], byte[]> {

    private final Refusals refusals;
    private final RouteProgress progress;
    private final TopicBook topics;
    private final Set<WatchedProducer> open;
    private volatile boolean aborted;

    /** @param open set of open producers, which it leaves when it is closed */
    public WatchedProducer(
            Map<String, Object> settings,
            Refusals refusals,
            RouteProgress progress,
            TopicBook topics,
            Set<WatchedProducer> open) {
        super(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.refusals = refusals;
        this.progress = progress;
        this.topics = topics;
        this.open = open;
        open.add(this);
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        var origin = refusals.atHand();
        return super.send(record, (metadata, failure) -> {
            if (failure != null && origin != null) {
                failed(origin, record.topic(), failure);
            }
            if (callback != null) {
                callback.onCompletion(metadata, failure);
            }
        });
    }

    @Override
    public void commitTransaction() {
        super.commitTransaction();
        progress.committed();
    }

    @Override
    public void close(Duration timeout) {
        open.remove(this);
        aborted |= timeout.isZero();
        super.close(timeout);
    }

    private void failed(Origin origin, String topic, Exception failure) {
        if (aborted || failure instanceof TransactionAbortedException) {
            return; // what was under way when something else failed, or when nobody was to wait any longer
        }
        progress.failed(origin, "the topic " + topic + " refuses its translation: " + failure.getMessage());
        if (!(MessageFault.of(failure) instanceof MessageFault.OfBrokers)) {
            topics.forget(topic);
            refusals.failed(origin, topic);
        }
    }
}
