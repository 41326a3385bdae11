package io.lingoduct.streams;

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
final class WatchedProducer extends KafkaProducer<byte[], byte[]> {

    private final StreamParts parts;
    private final Set<WatchedProducer> open;
    private volatile boolean aborted;

    /** @param open where it stands until it is closed */
    WatchedProducer(Map<String, Object> settings, StreamParts parts, Set<WatchedProducer> open) {
        super(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.parts = parts;
        this.open = open;
        open.add(this);
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        var origin = parts.origins().get();
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
        parts.progress().committed();
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
        parts.progress().failed(origin, "the topic " + topic + " refuses its translation: " + failure.getMessage());
        if (Refusals.mayBeOfRecord(failure)) {
            parts.topics().forget(topic);
            parts.refusals().failed(origin, topic);
        }
    }
}
