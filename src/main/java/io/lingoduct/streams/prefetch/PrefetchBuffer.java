package io.lingoduct.streams.prefetch;

import io.lingoduct.registry.RegistryDeniedException;
import io.lingoduct.registry.RegistryUnavailableException;
import io.lingoduct.streams.message.Incoming;
import io.lingoduct.streams.message.ReadyMessage;
import io.lingoduct.streams.message.Route;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Translations under way for records that were polled and not yet processed, so that the engine sees many texts at once
 * although Kafka Streams hands over one record after the other.
 *
 * <p>Polled records wait in the order of their arrival and are submitted while a window of bytes has room; every record
 * that is processed makes room for later ones. So a poll of large texts neither floods the engine nor blocks the poll, and
 * no record is without its translation under way when its turn comes, unless the schema registry is away. The buffer is an
 * accelerator only: whoever finds nothing in it translates on the spot.
 *
 * <p>A translation is handed out only for the topic, partition and offset it was made for, and only if value and headers
 * are the same: after a topic was deleted and made anew, the same offset may hold another record.
 *
 * <p>Safe for many threads: polls and processing of one partition happen on one stream thread, but all threads share the
 * window, and a thread that lost a partition may drop it while the next one polls it already.
 */
public final class PrefetchBuffer {

    /**
     * How long the records of a route are left to be translated when they are processed, once one of them could not even be
     * read because the schema registry was away: each would wait for it anew, and the poll with it.
     */
    static final Duration HELD_OFF = Duration.ofSeconds(30);

    /**
     * How long a record's turn is waited for. Kafka Streams throws polled records away without a word where they are of a topic
     * that a pattern matched and that was deleted; they must not keep their room in the window.
     */
    static final Duration WAITED_FOR = Duration.ofMinutes(2);

    /** A text of thousands of sentences, which may fill the engine's queue by itself. */
    static final int LONG_BYTES = 1 << 16;

    /** What a record costs besides its bytes. */
    private static final int RECORD_OVERHEAD_BYTES = 64;

    private record Lane(Route route, String topic, int partition) {}

    private final long windowBytes;
    private final int maxRecords;
    private final LongSupplier nanoTime;
    private final SlowTranslations slow;
    private final Map<Route, Long> heldOffSince = new ConcurrentHashMap<>();
    private final Map<Lane, ConcurrentNavigableMap<Long, Prefetched>> lanes = new ConcurrentHashMap<>();
    private final Queue<Prefetched> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong submittedBytes = new AtomicLong();
    private final AtomicInteger records = new AtomicInteger();

    /**
     * @param windowBytes bytes of values submitted to the engine and not yet processed; a single larger value may pass
     * @param maxRecords records held; further ones are left to be translated when they are processed
     * @param slow where a record's translation may be under way already, and where a long one goes that is dropped
     */
    public PrefetchBuffer(long windowBytes, int maxRecords, SlowTranslations slow) {
        this(windowBytes, maxRecords, slow, System::nanoTime);
    }

    public PrefetchBuffer(long windowBytes, int maxRecords, SlowTranslations slow, LongSupplier nanoTime) {
        this.slow = slow;
        this.windowBytes = windowBytes;
        this.maxRecords = maxRecords;
        this.nanoTime = nanoTime;
    }

    /** Takes in a polled record for a route that reads its topic. Nothing is submitted before {@link #fill()}. */
    void offer(Route route, ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null || records.get() >= maxRecords) {
            return;
        }
        var message = new Incoming(record.topic(), record.value(), record.headers());
        // Within compute, so that nothing gets into a lane that is being dropped.
        lanes.compute(new Lane(route, record.topic(), record.partition()), (key, lane) -> {
            var open = lane == null ? new ConcurrentSkipListMap<Long, Prefetched>() : lane;
            offer(open, record.offset(), new Prefetched(route, message, record.partition(), record.offset()));
            return open;
        });
    }

    private void offer(ConcurrentNavigableMap<Long, Prefetched> lane, long offset, Prefetched offered) {
        var known = lane.get(offset);
        if (known != null && known.isFor(offered.message)) {
            return;
        }
        if (known != null) {
            discard(lane, offset, known);
        }
        lane.put(offset, offered);
        records.incrementAndGet();
        waiting.add(offered);
    }

    /** Drops records whose turn has not come for long. */
    void dropForgotten() {
        long now = nanoTime.getAsLong();
        for (var lane : lanes.keySet()) {
            // Within compute, so that nothing gets into a lane that goes.
            lanes.computeIfPresent(lane, (key, records) -> {
                for (var first = records.firstEntry();
                        first != null && now - first.getValue().since > WAITED_FOR.toNanos();
                        first = records.firstEntry()) {
                    discard(records, first.getKey(), first.getValue());
                }
                return records.isEmpty() ? null : records;
            });
        }
    }

    /** Submits waiting records while the window has room. */
    void fill() {
        while (submittedBytes.get() < windowBytes) {
            var next = waiting.poll();
            if (next == null) {
                return;
            }
            if (!isHeldOff(next.route)) {
                next.submit();
                if (next.isWithoutRegistry()) {
                    heldOffSince.put(next.route, nanoTime.getAsLong());
                }
            }
        }
    }

    private boolean isHeldOff(Route route) {
        var since = heldOffSince.get(route);
        return since != null && nanoTime.getAsLong() - since < HELD_OFF.toNanos();
    }

    /**
     * The translation under way for a record that is about to be processed, or empty if there is none. What lies below the
     * offset is dropped, since a partition is processed in order.
     */
    public Optional<CompletableFuture<List<ReadyMessage>>> take(
            Route route, String topic, int partition, long offset, Incoming message) {
        var lane = lanes.get(new Lane(route, topic, partition));
        if (lane == null) {
            return Optional.empty();
        }
        for (var first = lane.firstEntry(); first != null && first.getKey() < offset; first = lane.firstEntry()) {
            discard(lane, first.getKey(), first.getValue());
        }
        var found = lane.get(offset);
        if (found == null) {
            return Optional.empty();
        }
        if (!found.isFor(message)) {
            discard(lane, offset, found);
            return Optional.empty();
        }
        if (!lane.remove(offset, found)) {
            return Optional.empty();
        }
        records.decrementAndGet();
        var translation = found.take();
        fill();
        return Optional.of(translation);
    }

    /** Forgets a partition of all topics of a route; it is no longer this process's to translate. */
    public void drop(Route route, int partition) {
        for (var lane : List.copyOf(lanes.keySet())) {
            if (lane.route() == route && lane.partition() == partition) {
                var dropped = lanes.remove(lane);
                if (dropped != null) {
                    dropped.forEach((offset, prefetched) -> discard(dropped, offset, prefetched));
                }
            }
        }
        fill();
    }

    /** Records held, submitted or waiting. */
    int size() {
        return records.get();
    }

    /** Whoever takes an entry out of its lane owns it: it is counted down once, whichever threads come together. */
    private void discard(ConcurrentNavigableMap<Long, Prefetched> lane, long offset, Prefetched prefetched) {
        if (lane.remove(offset, prefetched)) {
            records.decrementAndGet();
            prefetched.discard();
        }
    }

    /** One record's translation: not yet submitted, under way, or out of the buffer. */
    private final class Prefetched {

        private final Route route;
        private final Incoming message;
        private final int partition;
        private final long offset;
        private final long since = nanoTime.getAsLong();
        private CompletableFuture<List<ReadyMessage>> translation;
        private boolean gone;

        Prefetched(Route route, Incoming message, int partition, long offset) {
            this.route = route;
            this.message = message;
            this.partition = partition;
            this.offset = offset;
        }

        boolean isFor(Incoming other) {
            return message.isSameAs(other);
        }

        synchronized void submit() {
            if (!gone && translation == null) {
                submittedBytes.addAndGet(bytes());
                translation = slow.find(route, partition, offset, message).orElseGet(() -> route.translate(message));
            }
        }

        synchronized boolean isWithoutRegistry() {
            if (translation == null || !translation.isCompletedExceptionally()) {
                return false;
            }
            var failure = translation.handle((done, cause) -> cause).join();
            return failure instanceof RegistryUnavailableException || failure instanceof RegistryDeniedException;
        }

        synchronized CompletableFuture<List<ReadyMessage>> take() {
            submit();
            leave();
            return translation;
        }

        synchronized void discard() {
            if (gone || translation == null || message.value().length < LONG_BYTES) {
                leave();
                if (translation != null) {
                    translation.cancel(false);
                }
                return;
            }
            gone = true;
            slow.keep(route, partition, offset, message, translation);
            // Until then it has the engine work: nothing else may take its place in the window.
            translation.whenComplete((done, failure) -> submittedBytes.addAndGet(-bytes()));
        }

        private void leave() {
            if (!gone && translation != null) {
                submittedBytes.addAndGet(-bytes());
            }
            gone = true;
        }

        private long bytes() {
            return message.value().length + (long) RECORD_OVERHEAD_BYTES;
        }
    }
}
