package io.lingoduct.streams.output;

import io.lingoduct.service.Guarantee;
import io.lingoduct.streams.fault.MessageFault;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends a record apart from all others, to learn whether its broker takes it. Under exactly-once that happens in a
 * transaction which is aborted, so that readers of committed records never see it. With the weaker guarantee, whose clusters
 * may know no transactions, the record is there once more.
 *
 * <p>Costs a producer and some requests for each try; meant for the few messages that are suspected, see {@link Refusals}.
 */
public final class LoneSend implements Refusals.Alone {

    private final Map<String, Object> settings;
    private final boolean transactional;
    private final String transactionalIds;

    /**
     * @param settings of a stream's producer
     * @param group first part of the transactional id, as of the stream's own
     */
    public LoneSend(Map<String, Object> settings, Guarantee guarantee, String group) {
        this.settings = new HashMap<>(settings);
        this.transactional = guarantee == Guarantee.EXACTLY_ONCE;
        this.transactionalIds = group + "-alone-" + UUID.randomUUID();
        this.settings.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        this.settings.put(ProducerConfig.CLIENT_ID_CONFIG, group + "-alone");
        this.settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    }

    /**
     * {@inheritDoc} May be called on several threads at once.
     *
     * @throws KafkaException if the send failed for what says nothing about the record: the broker is away, access is denied
     */
    @Override
    public Optional<Exception> refusal(ProducerRecord<byte[], byte[]> record) {
        try (var producer = new KafkaProducer<>(ofThread(), new ByteArraySerializer(), new ByteArraySerializer())) {
            if (!transactional) {
                return send(producer, record);
            }
            producer.initTransactions();
            producer.beginTransaction();
            var refusal = send(producer, record);
            try {
                producer.abortTransaction();
            } catch (KafkaException e) {
                // The coordinator aborts it in the end; what the broker has said of the record stands.
                refusal.ifPresentOrElse(known -> known.addSuppressed(e), () -> {
                    throw e;
                });
            }
            return refusal;
        }
    }

    /** Producers with one transactional id shut each other out, so that each thread needs its own. */
    private Map<String, Object> ofThread() {
        if (!transactional) {
            return settings;
        }
        var own = new HashMap<>(settings);
        own.put(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                transactionalIds + "-" + Thread.currentThread().getId());
        return own;
    }

    private static Optional<Exception> send(Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
        try {
            var sent = producer.send(record);
            producer.flush();
            sent.get();
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException passing
                    && MessageFault.of(passing) instanceof MessageFault.OfBrokers) {
                throw passing;
            }
            return Optional.of((Exception) e.getCause());
        }
    }
}
