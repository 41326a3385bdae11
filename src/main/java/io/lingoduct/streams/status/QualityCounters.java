package io.lingoduct.streams.status;

import java.util.concurrent.atomic.LongAdder;

/** Counts of translations that are poorer than their routes want them. Safe for many threads. */
public final class QualityCounters {

    private final LongAdder below = new LongAdder();
    private final LongAdder keptSources = new LongAdder();
    private final LongAdder reviewed = new LongAdder();

    /** Counts an output message with at least one translation below what its route wants. */
    public void count(boolean keptSource, boolean forReview) {
        below.increment();
        keptSources.add(keptSource ? 1 : 0);
        reviewed.add(forReview ? 1 : 0);
    }

    public Figures figures() {
        return new Figures(below.sum(), keptSources.sum(), reviewed.sum());
    }

    /**
     * Output messages since the start; after a failure some are processed, and counted, again.
     *
     * @param below with a translation below {@code min-quality}
     * @param keptSources of these, in which a text stayed as it was
     * @param reviewed of these, written to a review topic
     */
    public record Figures(long below, long keptSources, long reviewed) {

        public static final Figures NONE = new Figures(0, 0, 0);
    }
}
