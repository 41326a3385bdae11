package io.lingoduct.demo;

import io.lingoduct.streams.deadletter.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Talks to the stream as any application would: writes a line into the source topic and waits for the record with the
 * same key in the target topic or among the dead letters. Records of others pass by unheeded.
 */
final class DemoClient implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    private final DemoTopics topics;
    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;
    private final Thread reader;
    private final Map<String, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
    private final String session = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicLong sent = new AtomicLong();
    private volatile RuntimeException failure;

    private DemoClient(String bootstrapServers, DemoTopics topics) {
        this.topics = topics;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "client.id", "demo-producer"),
                new StringSerializer(),
                new StringSerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "client.id", "demo-consumer",
                        "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
        this.reader = new Thread(this::read, "demo-reader");
        this.reader.setDaemon(true);
    }

    /** Connects and reads from now on. The topics must exist. */
    static DemoClient connect(String bootstrapServers, DemoTopics topics) {
        var client = new DemoClient(bootstrapServers, topics);
        client.startReading();
        return client;
    }

    private void startReading() {
        var partitions = Stream.of(topics.target(), topics.deadLetters())
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Fixes the position before anything is sent.
        partitions.forEach(consumer::position);
        reader.start();
    }

    /** Sends one line; the future fails if the line cannot be sent or becomes a dead letter. */
    CompletableFuture<String> translate(String line) {
        var key = session + "-" + sent.incrementAndGet();
        var translation = new CompletableFuture<String>();
        waiting.put(key, translation);
        if (failure != null) {
            translation.completeExceptionally(failure);
            return translation;
        }
        producer.send(new ProducerRecord<>(topics.source(), key, line), (metadata, e) -> {
            if (e != null) {
                waiting.remove(key);
                translation.completeExceptionally(e);
            }
        });
        return translation;
    }

    /** Lets everybody who waits, now or later, know that no translation will come. */
    void fail(RuntimeException cause) {
        failure = cause;
        waiting.values().forEach(translation -> translation.completeExceptionally(cause));
    }

    private void read() {
        try (consumer) {
            while (true) {
                consumer.poll(POLL).forEach(this::answer);
            }
        } catch (WakeupException e) {
            // Only close() wakes the consumer up, and has told everybody.
            return;
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void answer(ConsumerRecord<String, String> message) {
        var translation = message.key() == null ? null : waiting.remove(message.key());
        if (translation == null) {
            return;
        }
        if (message.topic().equals(topics.deadLetters())) {
            translation.completeExceptionally(new DeadLetterException(header(message.headers(), DeadLetters.MESSAGE)));
        } else {
            translation.complete(message.value());
        }
    }

    private static String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        fail(new CancellationException("the demo has been closed"));
        producer.close(CLOSE_LIMIT);
        consumer.wakeup();
        try {
            reader.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The stream could not translate a message and has put it among the dead letters. */
    static final class DeadLetterException extends RuntimeException {

        DeadLetterException(String cause) {
            super(cause);
        }
    }
}
