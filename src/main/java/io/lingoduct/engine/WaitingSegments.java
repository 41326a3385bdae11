package io.lingoduct.engine;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The segments that wait, in each order in which they are asked for. Not thread-safe. */
final class WaitingSegments {

    /** Memory of a segment besides its tokens: its places here, its future and that one's dependents. */
    private static final int OVERHEAD_BYTES = 512;

    private final LinkedHashSet<QueuedSegment> byArrival = new LinkedHashSet<>();
    private final LinkedHashSet<QueuedSegment> interactive = new LinkedHashSet<>();
    private final TreeSet<QueuedSegment> byLength = new TreeSet<>(QueuedSegment.BY_LENGTH);
    private long tokens;

    /** Adds a segment that arrived after all that are here. */
    void add(QueuedSegment segment) {
        byArrival.add(segment);
        byLength.add(segment);
        if (segment.priority() == Priority.INTERACTIVE) {
            interactive.add(segment);
        }
        tokens += segment.length();
    }

    void remove(QueuedSegment segment) {
        if (byArrival.remove(segment)) {
            byLength.remove(segment);
            interactive.remove(segment);
            tokens -= segment.length();
        }
    }

    boolean isEmpty() {
        return byArrival.isEmpty();
    }

    int size() {
        return byArrival.size();
    }

    /** Tokens of all segments together. */
    long tokens() {
        return tokens;
    }

    /** Memory that all segments take together, by estimate. */
    long bytes() {
        return bytes(size(), tokens);
    }

    /** Memory that some segments with so many tokens together take, by estimate. */
    static long bytes(int segments, long tokens) {
        return (long) segments * OVERHEAD_BYTES + tokens * Long.BYTES;
    }

    /**
     * The one that has waited longest.
     *
     * @throws java.util.NoSuchElementException if nothing waits
     */
    QueuedSegment oldest() {
        return byArrival.iterator().next();
    }

    Optional<QueuedSegment> oldestInteractive() {
        return interactive.stream().findFirst();
    }

    /** All in the order {@link QueuedSegment#BY_LENGTH}; a view. */
    NavigableSet<QueuedSegment> byLength() {
        return Collections.unmodifiableNavigableSet(byLength);
    }

    /** All in the order of their arrival. */
    List<QueuedSegment> all() {
        return List.copyOf(byArrival);
    }
}
