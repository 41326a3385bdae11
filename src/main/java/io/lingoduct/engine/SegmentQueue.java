package io.lingoduct.engine;

import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.Translation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The segments that wait: bounded, filled one by one, emptied batch by batch. A batch is due when a full one is there, when
 * the oldest segment has lingered long enough, or when the queue is closed.
 */
final class SegmentQueue {

    private final BatchPlanner planner;
    private final int capacity;
    private final long lingerNanos;
    private final LongSupplier nanoTime;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition work = lock.newCondition();
    private final LinkedHashSet<QueuedSegment> byArrival = new LinkedHashSet<>();
    private final TreeSet<QueuedSegment> byLength = new TreeSet<>(QueuedSegment.BY_LENGTH);
    private long waitingTokens;
    private long nextSequence;
    private boolean closed;

    /** @param nanoTime a clock like {@link System#nanoTime()}, by which linger is measured */
    SegmentQueue(EngineOptions options, LongSupplier nanoTime) {
        this.planner = new BatchPlanner(options.batchTokens(), options.maxBatchSegments());
        this.capacity = options.queueCapacity();
        this.lingerNanos = options.linger().toNanos();
        this.nanoTime = nanoTime;
    }

    /** Adds a segment, waiting for room. Returns false, and adds nothing, once the queue is closed. */
    boolean put(EncodedSegment segment, CompletableFuture<Translation> result) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && byArrival.size() >= capacity) {
                room.await();
            }
            if (closed) {
                return false;
            }
            var queued = new QueuedSegment(segment, result, nextSequence++, nanoTime.getAsLong());
            byArrival.add(queued);
            byLength.add(queued);
            waitingTokens += queued.length();
            // In between, a worker already lingers for the oldest segment.
            if (byArrival.size() == 1 || isFull()) {
                work.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The next batch, waiting until it is due; empty once the queue is closed and has been emptied. */
    List<QueuedSegment> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                var batch = poll();
                if (!batch.isEmpty() || (closed && byArrival.isEmpty())) {
                    return batch;
                }
                if (byArrival.isEmpty()) {
                    work.await();
                } else {
                    work.awaitNanos(nanosUntilDue());
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** The next batch if it is due now, else an empty list. */
    List<QueuedSegment> poll() {
        lock.lock();
        try {
            while (!byArrival.isEmpty() && nanosUntilDue() <= 0) {
                var batch = planner.plan(byLength, byArrival.iterator().next());
                batch.forEach(this::remove);
                batch.removeIf(segment -> segment.result().isDone()); // cancelled while it waited
                if (!batch.isEmpty()) {
                    return batch;
                }
            }
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    int depth() {
        lock.lock();
        try {
            return byArrival.size();
        } finally {
            lock.unlock();
        }
    }

    /** Refuses segments from now on, also those that wait for room; what has been accepted is due at once. */
    void close() {
        lock.lock();
        try {
            closed = true;
            work.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes everything out. */
    List<QueuedSegment> drain() {
        lock.lock();
        try {
            var all = new ArrayList<>(byArrival);
            all.forEach(this::remove);
            return all;
        } finally {
            lock.unlock();
        }
    }

    private void remove(QueuedSegment segment) {
        byArrival.remove(segment);
        byLength.remove(segment);
        waitingTokens -= segment.length();
        room.signal();
        if (!byArrival.isEmpty()) {
            work.signal(); // somebody has to linger for those that stay
        }
    }

    private boolean isFull() {
        return planner.isFull(byArrival.size(), waitingTokens);
    }

    private long nanosUntilDue() {
        if (closed || isFull()) {
            return 0;
        }
        var oldest = byArrival.iterator().next();
        return oldest.arrivalNanos() + lingerNanos - nanoTime.getAsLong();
    }
}
