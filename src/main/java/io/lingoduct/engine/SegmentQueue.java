package io.lingoduct.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The segments on their way through the engine: those that wait, bounded in number and memory, and those of the batches that
 * are being run.
 *
 * <p>Idea: callers put segments in one by one, workers take them out batch by batch, and the batch is chosen as late as it can
 * be, when a worker is free for it. So batches fill up by themselves under load: the longer the workers are busy, the more waits
 * and the better the next batch fits in length. A batch is due when a full one is there, when the oldest segment has lingered
 * long enough, or when the queue is closed.
 *
 * <p>Trade: one lock guards everything. A segment so goes from waiting to running in one step, and whoever closes the queue or
 * looks for what is overdue misses none; callers and workers wait for each other instead, which costs nothing that shows, for
 * a batch runs for milliseconds and is planned in microseconds. A lone segment waits out the linger, at most.
 *
 * <p>Cost: O(log n) to put a segment in and to take one out, with n segments waiting, however long the queue is. Memory is
 * bounded by the capacity in segments and in bytes; whoever puts in more is blocked.
 */
final class SegmentQueue {

    private final BatchPlanner planner;
    private final int capacity;
    private final long capacityBytes;
    private final long lingerNanos;
    private final long timeoutNanos;
    private final LongSupplier nanoTime;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition work = lock.newCondition();
    private final WaitingSegments waiting = new WaitingSegments();
    private final Set<QueuedSegment> running = new LinkedHashSet<>();
    private long nextSequence;
    private boolean closed;

    /** @param nanoTime a clock like {@link System#nanoTime()}, by which linger and time-out are measured */
    SegmentQueue(EngineOptions options, LongSupplier nanoTime) {
        this.planner = new BatchPlanner(options.sourceTokensPerBatch(), options.maxBatchSegments());
        this.capacity = options.queueCapacity();
        this.capacityBytes = options.queueBytes();
        this.lingerNanos = options.linger().toNanos();
        this.timeoutNanos = options.segmentTimeout().toNanos();
        this.nanoTime = nanoTime;
    }

    /** Adds a segment, waiting for room. Returns false, and adds nothing, once the queue is closed. */
    <A> boolean put(Job<A> job, Priority priority, WorkBudget budget, CompletableFuture<A> result)
            throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && !hasRoomFor(job)) {
                room.await();
            }
            return add(job, priority, budget, result);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Adds a segment at once, whatever waits: for what follows from the answer to an earlier one. A worker that waited for room would
     * wait for itself; how much comes so is bounded by what had room before.
     *
     * @return false, with nothing added, once the queue is closed
     */
    <A> boolean putFollowing(Job<A> job, Priority priority, WorkBudget budget, CompletableFuture<A> result) {
        lock.lock();
        try {
            return add(job, priority, budget, result);
        } finally {
            lock.unlock();
        }
    }

    private <A> boolean add(Job<A> job, Priority priority, WorkBudget budget, CompletableFuture<A> result) {
        if (closed) {
            return false;
        }
        waiting.add(new QueuedSegment(job, priority, budget, result, nextSequence++, nanoTime.getAsLong()));
        // In between, a worker already lingers for the oldest segment.
        if (waiting.size() == 1 || isFull()) {
            work.signal();
        }
        return true;
    }

    /**
     * The next batch, waiting until it is due; empty once the queue is closed and nothing waits. To be given back with
     * {@link #finish}.
     */
    List<QueuedSegment> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                var batch = poll();
                if (!batch.isEmpty() || (closed && waiting.isEmpty())) {
                    return batch;
                }
                if (waiting.isEmpty()) {
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
            while (!waiting.isEmpty() && nanosUntilDue() <= 0) {
                var batch = planner.plan(waiting);
                batch.forEach(this::remove);
                batch.removeIf(segment -> !segment.isOpen()); // cancelled while it waited
                if (!batch.isEmpty()) {
                    running.addAll(batch);
                    return batch;
                }
            }
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets a batch that has been run. */
    void finish(List<QueuedSegment> batch) {
        lock.lock();
        try {
            batch.forEach(running::remove);
        } finally {
            lock.unlock();
        }
    }

    /** Takes out what was put in longer ago than the time-out, whether it waits or is being run. */
    List<QueuedSegment> takeOverdue() {
        lock.lock();
        try {
            var overdue = new ArrayList<QueuedSegment>();
            while (!waiting.isEmpty() && nanosUntilOverdue(waiting.oldest()) <= 0) {
                var oldest = waiting.oldest();
                overdue.add(oldest);
                remove(oldest);
            }
            running.stream().filter(segment -> nanosUntilOverdue(segment) <= 0).forEach(overdue::add);
            overdue.forEach(running::remove);
            return overdue;
        } finally {
            lock.unlock();
        }
    }

    /** Nanoseconds until a segment that is here, or one that comes now, is overdue. */
    long nanosUntilOverdue() {
        lock.lock();
        try {
            long nanos = waiting.isEmpty() ? timeoutNanos : nanosUntilOverdue(waiting.oldest());
            for (var segment : running) {
                nanos = Math.min(nanos, nanosUntilOverdue(segment));
            }
            return nanos;
        } finally {
            lock.unlock();
        }
    }

    /** Segments that wait. */
    int depth() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Callers that wait for room. */
    int waitingForRoom() {
        lock.lock();
        try {
            return lock.getWaitQueueLength(room);
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
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

    /** Takes everything out, also what is being run. */
    List<QueuedSegment> drain() {
        lock.lock();
        try {
            var all = new ArrayList<>(running);
            all.addAll(waiting.all());
            running.clear();
            waiting.all().forEach(this::remove);
            return all;
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoomFor(Job<?> job) {
        return waiting.isEmpty()
                || waiting.size() < capacity
                        && waiting.bytes() + WaitingSegments.bytes(1, job.length()) <= capacityBytes;
    }

    private void remove(QueuedSegment segment) {
        waiting.remove(segment);
        room.signal();
        if (!waiting.isEmpty()) {
            work.signal(); // somebody has to linger for those that stay
        }
    }

    private boolean isFull() {
        return planner.isFull(waiting.size(), waiting.tokens());
    }

    private long nanosUntilDue() {
        return closed || isFull() ? 0 : nanosLeft(waiting.oldest(), lingerNanos);
    }

    private long nanosUntilOverdue(QueuedSegment segment) {
        return nanosLeft(segment, timeoutNanos);
    }

    /** Nanoseconds left of a span that began when the segment arrived. */
    private long nanosLeft(QueuedSegment segment, long span) {
        return segment.arrivalNanos() + span - nanoTime.getAsLong();
    }
}
