package io.lingoduct.streams.prefetch;

import io.lingoduct.streams.message.Route;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Bytes submitted to the engine ahead of their turn, and the records that wait for room among them, in the order of their
 * arrival. All threads of a route share it.
 */
final class PrefetchWindow {

    /**
     * Time for which the records of a route are left to be translated when they are processed, once one of them could not even
     * be read because the schema registry was away: each would wait for it anew, and the poll with it.
     */
    static final Duration HELD_OFF = Duration.ofSeconds(30);

    /** Cost of a record besides its bytes. */
    private static final int RECORD_OVERHEAD_BYTES = 64;

    private final long mostBytes;
    private final SlowTranslations slow;
    private final LongSupplier nanoTime;
    private final Map<Route, Long> heldOffSince = new ConcurrentHashMap<>();
    private final Queue<Prefetched> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong bytes = new AtomicLong();

    /** @param mostBytes bytes from which on nothing more is submitted; a single larger value may pass */
    PrefetchWindow(long mostBytes, SlowTranslations slow, LongSupplier nanoTime) {
        this.mostBytes = mostBytes;
        this.slow = slow;
        this.nanoTime = nanoTime;
    }

    /** Lets a record wait for room; nothing is submitted before {@link #fill()}. */
    void add(Prefetched record) {
        waiting.add(record);
    }

    /** Submits waiting records while there is room. */
    void fill() {
        while (bytes.get() < mostBytes) {
            var next = waiting.poll();
            if (next == null) {
                return;
            }
            if (!isHeldOff(next.route())) {
                next.submit(this, slow);
                if (next.isWithoutRegistry()) {
                    heldOffSince.put(next.route(), nanoTime.getAsLong());
                }
            }
        }
    }

    void entered(Prefetched record) {
        bytes.addAndGet(record.bytes() + RECORD_OVERHEAD_BYTES);
    }

    void left(Prefetched record) {
        bytes.addAndGet(-record.bytes() - RECORD_OVERHEAD_BYTES);
    }

    private boolean isHeldOff(Route route) {
        var since = heldOffSince.get(route);
        return since != null && nanoTime.getAsLong() - since < HELD_OFF.toNanos();
    }
}
