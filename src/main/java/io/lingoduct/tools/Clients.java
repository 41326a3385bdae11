package io.lingoduct.tools;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes clients for keys and values as bytes. Consumers commit nothing by themselves and begin with the oldest message where
 * they have no offset.
 *
 * @param settings the user's
 */
public record Clients(ClientSettings settings) {

    /** A consumer without a group. */
    public Consumer<byte[], byte[]> reader(IsolationLevel isolation) {
        return consumer(Map.of(), isolation);
    }

    /** A consumer of committed messages whose offsets a group keeps. */
    public Consumer<byte[], byte[]> member(String group) {
        return consumer(Map.of(ConsumerConfig.GROUP_ID_CONFIG, group), IsolationLevel.READ_COMMITTED);
    }

    /** @param limit how long the brokers may take for a message, unless the user's settings say otherwise */
    public Producer<byte[], byte[]> writer(Duration limit) {
        int millis = (int) Math.min(limit.toMillis(), Integer.MAX_VALUE);
        Map<String, Object> defaults = Map.of(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, millis,
                // Leaves time for a second attempt.
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
        var resolved = settings.producer(defaults, Map.of());
        long delivery = number(resolved, ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG);
        long request = number(resolved, ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG);
        // Settings of a service know nothing of this limit, and the client refuses requests that may take longer.
        if (request >= delivery) {
            resolved.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) (delivery / 2));
        }
        return producer(resolved);
    }

    /** 0 for what is no number, which the client names when it refuses it. */
    private static long number(Map<String, Object> settings, String name) {
        var value = String.valueOf(settings.get(name)).strip();
        return value.matches("[0-9]{1,18}") ? Long.parseLong(value) : 0;
    }

    public Producer<byte[], byte[]> transactional(String id) {
        return producer(settings.producer(Map.of(), Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id)));
    }

    private Consumer<byte[], byte[]> consumer(Map<String, ?> more, IsolationLevel isolation) {
        var fixed = new HashMap<String, Object>(more);
        fixed.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.name().toLowerCase(Locale.ROOT));
        fixed.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        fixed.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        fixed.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        var resolved = settings.consumer(Map.of(), fixed);
        // That of Kafka Streams is none that a consumer knows; partitions are assigned by hand here.
        resolved.computeIfPresent(
                ConsumerConfig.GROUP_PROTOCOL_CONFIG,
                (name, protocol) -> "streams".equalsIgnoreCase(String.valueOf(protocol)) ? "classic" : protocol);
        return made(() -> new KafkaConsumer<>(resolved, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    private Producer<byte[], byte[]> producer(Map<String, Object> resolved) {
        return made(() -> new KafkaProducer<>(resolved, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    private <T> T made(Supplier<T> client) {
        try {
            return client.get();
        } catch (KafkaException e) {
            throw KafkaToolException.ofSetting(e, settings);
        }
    }
}
