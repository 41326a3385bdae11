package io.lingoduct.bench.pipeline;

import io.lingoduct.bench.service.CommittedReader;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/** Arrival times of committed messages in the output topic. Messages are known by their keys, which are their numbers. */
final class Arrivals implements AutoCloseable {

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

    private final CommittedReader reader;
    private volatile Expected expected = new Expected(0, 0);

    Arrivals(String brokers, String topic, int partitions) {
        reader = new CommittedReader(
                brokers,
                topic,
                partitions,
                record -> expected.arrived(ByteBuffer.wrap(record.key()).getInt(), System.nanoTime()));
    }

    /** Awaits messages from now on, instead of those awaited before. */
    Expected expect(int first, int count) {
        expected = new Expected(first, count);
        return expected;
    }

    /** @throws IllegalStateException if nothing can be read any more */
    void requireAlive() {
        reader.requireAlive();
    }

    static byte[] key(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    @Override
    public void close() {
        reader.close();
    }
}
