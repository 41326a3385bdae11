package io.lingoduct.bench.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Thread that reads a topic from its beginning, committed records only. */
public final class CommittedReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final String topic;
    private final Consumer<ConsumerRecord<byte[], byte[]>> sink;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;
    private volatile boolean closed;
    private volatile RuntimeException failure;

    /** @param sink is given each record, in the order of its partition */
    public CommittedReader(
            String brokers, String topic, int partitions, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        this.topic = topic;
        this.sink = sink;
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", brokers,
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(all);
        thread = new Thread(this::read, "lingoduct-bench-reader-" + topic);
        thread.setDaemon(true);
        thread.start();
    }

    /** @throws IllegalStateException if nothing can be read any more */
    public void requireAlive() {
        if (failure != null) {
            throw new IllegalStateException("the topic " + topic + " cannot be read: " + failure, failure);
        }
    }

    private void read() {
        try (consumer) {
            while (!closed) {
                consumer.poll(POLL).forEach(sink);
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
