package io.lingoduct.engine;

import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** A job on a segment, from its submission to its answer; two are never equal. */
final class QueuedSegment {

    /** By kind, then by length, then by arrival: what may share a batch stands together. */
    static final Comparator<QueuedSegment> BY_LENGTH = Comparator.comparing(QueuedSegment::kind)
            .thenComparingInt(QueuedSegment::length)
            .thenComparingLong(QueuedSegment::sequence);

    private final Job<?> job;
    private final int length;
    private final Priority priority;
    private final WorkBudget budget;
    private final CompletableFuture<?> result;
    private final long sequence;
    private final long arrivalNanos;
    private final AtomicBoolean settled = new AtomicBoolean();

    /**
     * @param budget what pays for the processor time it takes
     * @param sequence position in the order of arrival, unique in its queue
     */
    <A> QueuedSegment(
            Job<A> job,
            Priority priority,
            WorkBudget budget,
            CompletableFuture<A> result,
            long sequence,
            long arrivalNanos) {
        this.job = job;
        this.length = job.length();
        this.priority = priority;
        this.budget = budget;
        this.result = result;
        this.sequence = sequence;
        this.arrivalNanos = arrivalNanos;
    }

    Job<?> job() {
        return job;
    }

    Job.Kind kind() {
        return job.kind();
    }

    Priority priority() {
        return priority;
    }

    WorkBudget budget() {
        return budget;
    }

    CompletableFuture<?> result() {
        return result;
    }

    /** @param answer to this job, of the type that jobs of its kind ask for */
    @SuppressWarnings("unchecked") // the constructor has seen that job and result are of one type
    void answer(Object answer) {
        ((CompletableFuture<Object>) result).complete(answer);
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
        return length;
    }
}
