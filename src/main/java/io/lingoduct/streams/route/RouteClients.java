package io.lingoduct.streams.route;

import io.lingoduct.streams.output.WatchedProducer;
import io.lingoduct.streams.prefetch.BoundedConsumer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * Makes the clients of a route's stream threads, and can take their producers away from them: a thread that waits for a topic
 * which has gone waits for good otherwise.
 */
final class RouteClients implements KafkaClientSupplier {

    private final StreamParts parts;
    private final long heldBytes;
    private final Set<WatchedProducer> producers = ConcurrentHashMap.newKeySet();

    /** @param heldBytes what a consumer's thread may hold of polled records before no more are fetched */
    RouteClients(StreamParts parts, long heldBytes) {
        this.parts = parts;
        this.heldBytes = heldBytes;
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> settings) {
        return new WatchedProducer(settings, parts.refusals(), parts.progress(), parts.topics(), producers);
    }

    /** Not asked where the broker hands out the tasks ({@code group.protocol: streams}): Kafka Streams makes its own then. */
    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
        return new BoundedConsumer(settings, parts.progress(), heldBytes);
    }

    @Override
    public Admin getAdmin(Map<String, Object> settings) {
        return Admin.create(settings);
    }

    /** There are no state stores to restore. */
    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> settings) {
        return new BoundedConsumer(settings, parts.progress(), heldBytes);
    }

    /** There are no global tables. */
    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> settings) {
        throw new IllegalStateException("a translation has no global tables");
    }

    /** Fails whatever the producers wait for; their threads end, and what they had not committed is read again. */
    void abort() {
        producers.forEach(producer -> producer.close(Duration.ZERO));
    }
}
