package io.lingoduct.streams.prefetch;

import io.lingoduct.streams.message.Incoming;
import io.lingoduct.streams.message.ReadyMessage;
import io.lingoduct.streams.message.Route;
import io.lingoduct.streams.status.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Translations under way for records that were polled and not yet processed.
 *
 * <p>The idea: a neural model is fast only with many texts at once, and Kafka Streams hands over one record after the other.
 * To collect records within the topology would lose them, since offsets may be committed at any time. So the consumer shows
 * each poll to this buffer, which starts the translations, and the processor, when a record's turn has come, takes the one
 * that it would otherwise have to start. The records stay where they were, and whoever finds nothing in here translates on the
 * spot: the buffer makes nothing safer or less safe, only faster.
 *
 * <p>Records lie in lanes, one for each partition of a topic that a route reads, in the order of their offsets. Their turns
 * come in that order, so that taking one drops what lies below. A translation is handed out only if topic, partition, offset,
 * value and headers are the same: after a topic was deleted and made anew, the same offset may hold another record. The
 * {@link PrefetchWindow} lets as many bytes through to the engine as keep its batches full, and each record that is processed
 * makes room for later ones; a poll of large texts neither floods the engine nor waits for it.
 *
 * <p>The trade: what is polled and then lost to another member was translated for nothing, at most a window of bytes. Only a
 * long text is worth keeping then, see {@link SlowTranslations}. A record whose registry is away is left to its turn.
 *
 * <p>The cost: two look-ups for each record, one in a hash table and one in a skip list with as many entries as records of
 * the partition are held; the bytes are those that Kafka Streams holds anyway. Safe for many threads: a partition's polls and
 * turns happen on one stream thread, but a thread that has lost a partition may drop it while the next one polls it already.
 * Whoever removes a record from its lane owns it, and no lock is held while anything is submitted: that may block for as long
 * as the engine's queue is full, and a lane shares its bin of the hash table with others.
 */
public final class PrefetchBuffer {

    /**
     * Time after which a record is dropped whose turn has not come. Kafka Streams throws polled records away without a word
     * where they are of a topic that a pattern matched and that was deleted; they must not keep their room in the window.
     */
    static final Duration WAITED_FOR = Duration.ofMinutes(2);

    private record Lane(Route route, String topic, int partition) {}

    private final int maxRecords;
    private final LongSupplier nanoTime;
    private final SlowTranslations slow;
    private final PrefetchWindow window;
    private final Map<Lane, ConcurrentNavigableMap<Long, Prefetched>> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger records = new AtomicInteger();

    /**
     * @param windowBytes bytes of values submitted to the engine and not yet processed; a single larger value may pass
     * @param maxRecords records held; further ones are left to be translated when they are processed
     * @param slow where a record's translation may be under way already, and where a long one goes that is dropped
     */
    public PrefetchBuffer(long windowBytes, int maxRecords, SlowTranslations slow) {
        this(windowBytes, maxRecords, slow, System::nanoTime);
    }

    PrefetchBuffer(long windowBytes, int maxRecords, SlowTranslations slow, LongSupplier nanoTime) {
        this.slow = slow;
        this.window = new PrefetchWindow(windowBytes, slow, nanoTime);
        this.maxRecords = maxRecords;
        this.nanoTime = nanoTime;
    }

    /** Takes in a polled record for a route that reads its topic. Nothing is submitted before {@link #fill()}. */
    void offer(Route route, ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null || records.get() >= maxRecords) {
            return;
        }
        var origin = new Origin(record.topic(), record.partition(), record.offset());
        var message = new Incoming(record.topic(), record.value(), record.headers());
        var offered = new Prefetched(route, origin, message, nanoTime.getAsLong());
        // Within compute, so that nothing gets into a lane that is being dropped.
        lanes.compute(new Lane(route, record.topic(), record.partition()), (key, lane) -> {
            var open = lane == null ? new ConcurrentSkipListMap<Long, Prefetched>() : lane;
            offer(open, message, offered);
            return open;
        });
    }

    private void offer(ConcurrentNavigableMap<Long, Prefetched> lane, Incoming message, Prefetched offered) {
        var known = lane.get(offered.offset());
        if (known != null && known.isFor(message)) {
            return;
        }
        if (known != null) {
            discard(lane, known);
        }
        lane.put(offered.offset(), offered);
        records.incrementAndGet();
        window.add(offered);
    }

    /** Drops records whose turn has not come for long. */
    void dropForgotten() {
        long now = nanoTime.getAsLong();
        for (var lane : lanes.keySet()) {
            // Within compute, so that nothing gets into a lane that goes.
            lanes.computeIfPresent(lane, (key, records) -> {
                for (var first = records.firstEntry();
                        first != null && now - first.getValue().since() > WAITED_FOR.toNanos();
                        first = records.firstEntry()) {
                    discard(records, first.getValue());
                }
                return records.isEmpty() ? null : records;
            });
        }
    }

    /** Submits waiting records while the window has room. */
    void fill() {
        window.fill();
    }

    /**
     * The translation under way for a record that is about to be processed, or empty if there is none. What lies below the
     * offset is dropped, since a partition is processed in order.
     */
    public Optional<CompletableFuture<List<ReadyMessage>>> take(Route route, Origin origin, Incoming message) {
        var lane = lanes.get(new Lane(route, origin.topic(), origin.partition()));
        if (lane == null) {
            return Optional.empty();
        }
        for (var first = lane.firstEntry();
                first != null && first.getKey() < origin.offset();
                first = lane.firstEntry()) {
            discard(lane, first.getValue());
        }
        var found = lane.get(origin.offset());
        if (found == null) {
            return Optional.empty();
        }
        if (!found.isFor(message)) {
            discard(lane, found);
            return Optional.empty();
        }
        if (!lane.remove(origin.offset(), found)) {
            return Optional.empty();
        }
        records.decrementAndGet();
        var translation = found.take(window, slow);
        window.fill();
        return Optional.of(translation);
    }

    /** Forgets a partition of all topics of a route; it is no longer this process's to translate. */
    public void drop(Route route, int partition) {
        for (var lane : List.copyOf(lanes.keySet())) {
            if (lane.route() == route && lane.partition() == partition) {
                var dropped = lanes.remove(lane);
                if (dropped != null) {
                    dropped.values().forEach(prefetched -> discard(dropped, prefetched));
                }
            }
        }
        window.fill();
    }

    /** Records held, submitted or waiting. */
    int size() {
        return records.get();
    }

    /** Whoever takes an entry out of its lane owns it: it is counted down once, whichever threads come together. */
    private void discard(ConcurrentNavigableMap<Long, Prefetched> lane, Prefetched prefetched) {
        if (lane.remove(prefetched.offset(), prefetched)) {
            records.decrementAndGet();
            prefetched.discard(window, slow);
        }
    }
}
