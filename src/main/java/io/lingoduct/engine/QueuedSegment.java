package io.lingoduct.engine;

import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.Translation;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;

/** A segment that waits for its batch; two are never equal. */
final class QueuedSegment {

    /** By length, then by arrival. */
    static final Comparator<QueuedSegment> BY_LENGTH =
            Comparator.comparingInt(QueuedSegment::length).thenComparingLong(QueuedSegment::sequence);

    private final EncodedSegment segment;
    private final CompletableFuture<Translation> result;
    private final long sequence;
    private final long arrivalNanos;

    /** @param sequence position in the order of arrival, unique in its queue */
    QueuedSegment(EncodedSegment segment, CompletableFuture<Translation> result, long sequence, long arrivalNanos) {
        this.segment = segment;
        this.result = result;
        this.sequence = sequence;
        this.arrivalNanos = arrivalNanos;
    }

    EncodedSegment segment() {
        return segment;
    }

    CompletableFuture<Translation> result() {
        return result;
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
