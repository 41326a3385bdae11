package io.lingoduct.engine;

import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.Translation;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** A segment between its submission and its translation; two are never equal. */
final class QueuedSegment {

    /** By length, then by arrival. */
    static final Comparator<QueuedSegment> BY_LENGTH =
            Comparator.comparingInt(QueuedSegment::length).thenComparingLong(QueuedSegment::sequence);

    private final EncodedSegment segment;
    private final Priority priority;
    private final WorkBudget budget;
    private final CompletableFuture<Translation> result;
    private final long sequence;
    private final long arrivalNanos;
    private final AtomicBoolean settled = new AtomicBoolean();

    /**
     * @param budget what pays for the processor time it takes
     * @param sequence position in the order of arrival, unique in its queue
     */
    QueuedSegment(
            EncodedSegment segment,
            Priority priority,
            WorkBudget budget,
            CompletableFuture<Translation> result,
            long sequence,
            long arrivalNanos) {
        this.segment = segment;
        this.priority = priority;
        this.budget = budget;
        this.result = result;
        this.sequence = sequence;
        this.arrivalNanos = arrivalNanos;
    }

    EncodedSegment segment() {
        return segment;
    }

    Priority priority() {
        return priority;
    }

    WorkBudget budget() {
        return budget;
    }

    CompletableFuture<Translation> result() {
        return result;
    }

    /** Whether somebody still waits for it: it was neither answered nor cancelled. */
    boolean isOpen() {
        return !settled.get() && !result.isDone();
    }

    /** True once, and never after a cancellation: whoever gets it counts the outcome, then completes the result. */
    boolean settle() {
        return !result.isDone() && settled.compareAndSet(false, true);
    }

    long sequence() {
        return sequence;
    }

    long arrivalNanos() {
        return arrivalNanos;
    }

    int length() {
        return segment.length();
    }
}
