package io.lingoduct.bench.chaos.traffic;

import io.lingoduct.bench.chaos.ledger.Ledger;
import io.lingoduct.bench.chaos.ledger.MessageId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends messages at a steady rate to all routes in turn, and others on request. A message is entered into the ledger just before
 * it is sent, under the lock that keeps a partition's messages in the order of their numbers.
 */
public final class Sender implements AutoCloseable {

    /** Reason for which a message must end in the dead letters. */
    public enum Refusal {
        NO_KEY,
        TOO_OLD,
        TOO_FAR_AHEAD,
        OVERSIZE,
        POISONED
    }

    /** An hour and then some: what the broker would take, but an output refuses. */
    private static final long BEYOND_MS = ChaosTopics.OLDEST_OUTPUT_MS + 60_000;

    private static final long MINUTES_10 = TimeUnit.MINUTES.toMillis(10);

    private final Ledger ledger;
    private final Payloads payloads;
    private final double rate;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<ChaosRoute, Integer> counts = new EnumMap<>(ChaosRoute.class);
    private final Map<ChaosRoute, Boolean> held = new EnumMap<>(ChaosRoute.class);
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Thread thread = new Thread(this::sendSteadily, "lingoduct-chaos-sender");
    private volatile boolean stopped;
    private volatile boolean abandoned;

    /** @param rate messages a second, all routes together */
    public Sender(String brokers, Ledger ledger, Payloads payloads, double rate) {
        this.ledger = ledger;
        this.payloads = payloads;
        this.rate = rate;
        // Gives no message up while the broker is away.
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        brokers,
                        "linger.ms",
                        0,
                        "delivery.timeout.ms",
                        (int) MINUTES_10,
                        "max.block.ms",
                        MINUTES_10),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Holds a route back, or lets it go on: the steady messages to it, not those on request. */
    public synchronized void hold(ChaosRoute route, boolean hold) {
        held.put(route, hold);
    }

    /** Messages that must be translated, as fast as they go. */
    public void burst(ChaosRoute route, int messages) {
        for (int i = 0; i < messages; i++) {
            good(route);
        }
    }

    public synchronized void good(ChaosRoute route) {
        send(route, payloads.good(route, counts.getOrDefault(route, 0)), true, System.currentTimeMillis(), false);
    }

    /** A message that must be translated, without a timestamp. */
    public synchronized void withoutTimestamp(ChaosRoute route) {
        send(route, payloads.good(route, counts.getOrDefault(route, 0)), true, null, false);
    }

    /** A message that must end in the dead letters. */
    public synchronized void refusable(ChaosRoute route, Refusal why) {
        long now = System.currentTimeMillis();
        var good = payloads.good(route, counts.getOrDefault(route, 0));
        switch (why) {
            case NO_KEY -> send(route, good, false, now, true);
            case TOO_OLD -> send(route, good, true, now - BEYOND_MS, true);
            case TOO_FAR_AHEAD -> send(route, good, true, now + BEYOND_MS, true);
            case OVERSIZE -> send(route, payloads.oversize(route), true, now, true);
            case POISONED -> send(route, payloads.poisoned(route), true, now, true);
        }
    }

    /** @throws IllegalStateException if a message could not be sent */
    public void requireAlive() {
        if (failure.get() != null) {
            throw new IllegalStateException("a message cannot be sent: " + failure.get(), failure.get());
        }
    }

    /** Ends the steady messages, and returns when the broker has everything. */
    public void finish() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending the last messages", e);
        }
        producer.flush();
    }

    /** Gives up what is not sent yet. */
    @Override
    public void close() {
        stopped = true;
        abandoned = true;
        thread.interrupt();
        producer.close(Duration.ZERO);
    }

    private void sendSteadily() {
        long begin = System.nanoTime();
        try {
            for (long i = 0; !stopped; i++) {
                long due = begin + Math.round(i / rate * TimeUnit.SECONDS.toNanos(1));
                for (long left = due - System.nanoTime(); left > 0 && !stopped; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                var route = ChaosRoute.values()[(int) (i % ChaosRoute.values().length)];
                if (!stopped && !isHeld(route)) {
                    good(route);
                }
            }
        } catch (RuntimeException e) {
            if (!abandoned) {
                failure.compareAndSet(null, e);
            }
        }
    }

    private synchronized boolean isHeld(ChaosRoute route) {
        return held.getOrDefault(route, false);
    }

    private void send(ChaosRoute route, byte[] value, boolean withKey, Long timestamp, boolean refusable) {
        int partition = counts.merge(route, 1, Integer::sum) % ChaosRoute.PARTITIONS;
        var id = ledger.sent(route.title(), partition, refusable, System.nanoTime());
        var headers = List.<Header>of(new RecordHeader(MessageId.HEADER, id.bytes()));
        var key = withKey ? id.bytes() : null;
        var record = timestamp != null
                ? new ProducerRecord<>(route.input(), partition, timestamp, key, value, headers)
                : new Timeless(route.input(), partition, key, value, headers);
        producer.send(record, (metadata, problem) -> {
            if (problem != null && !abandoned) {
                failure.compareAndSet(null, problem);
            }
        });
    }

    /** A record that the producer does not give a timestamp. */
    private static final class Timeless extends ProducerRecord<byte[], byte[]> {

        Timeless(String topic, int partition, byte[] key, byte[] value, Iterable<Header> headers) {
            super(topic, partition, key, value, headers);
        }

        @Override
        public Long timestamp() {
            return -1L;
        }
    }
}
