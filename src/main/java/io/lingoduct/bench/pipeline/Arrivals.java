package io.lingoduct.bench.pipeline;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the output topic, committed messages only, and notes when each came. Messages are known by their keys, which are
 * their numbers.
 */
final class Arrivals implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    /** Messages that are awaited, with the time of each one's first arrival. */
    static final class Expected {

        private final int first;
        private final AtomicLongArray nanos;
        private final CountDownLatch missing;

        Expected(int first, int count) {
            this.first = first;
            this.nanos = new AtomicLongArray(count);
            this.missing = new CountDownLatch(count);
        }

        void arrived(int number, long now) {
            int index = number - first;
            if (index >= 0 && index < nanos.length() && nanos.compareAndSet(index, 0, now)) {
                missing.countDown();
            }
        }

        /** Whether all have come; waits for them so long. */
        boolean await(Duration limit) throws InterruptedException {
            return missing.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        }

        long missing() {
            return missing.getCount();
        }

        /** By {@link System#nanoTime()}; to be called when none is missing. */
        long nanosOf(int index) {
            return nanos.get(index);
        }

        long lastNanos() {
            return IntStream.range(0, nanos.length())
                    .mapToLong(nanos::get)
                    .max()
                    .orElseThrow();
        }
    }

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this::read, "lingoduct-bench-arrivals");
    private volatile Expected expected = new Expected(0, 0);
    private volatile boolean closed;
    private volatile RuntimeException failure;

    Arrivals(String brokers, String topic, int partitions) {
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
        thread.setDaemon(true);
        thread.start();
    }

    /** Awaits messages from now on, instead of those awaited before. */
    Expected expect(int first, int count) {
        expected = new Expected(first, count);
        return expected;
    }

    /** @throws IllegalStateException if nothing can be read any more */
    void requireAlive() {
        if (failure != null) {
            throw new IllegalStateException("the translations cannot be read: " + failure, failure);
        }
    }

    static byte[] key(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    private void read() {
        try (consumer) {
            while (!closed) {
                var records = consumer.poll(POLL);
                long now = System.nanoTime();
                records.forEach(
                        record -> expected.arrived(ByteBuffer.wrap(record.key()).getInt(), now));
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
