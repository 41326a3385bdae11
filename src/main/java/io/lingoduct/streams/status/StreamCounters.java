package io.lingoduct.streams.status;

import java.util.concurrent.atomic.AtomicLong;

/** Counts of records that all routes have dealt with. After a failure some records are processed, and counted, again. */
public final class StreamCounters {

    public final AtomicLong translated = new AtomicLong();
    public final AtomicLong passedThrough = new AtomicLong();
    public final AtomicLong deadLettered = new AtomicLong();
    public final AtomicLong prefetched = new AtomicLong();
    private final QualityCounters quality = new QualityCounters();

    public QualityCounters quality() {
        return quality;
    }

    public Figures figures() {
        return new Figures(
                translated.get(), passedThrough.get(), deadLettered.get(), prefetched.get(), quality.figures());
    }

    /**
     * Records that a stream has dealt with since it started.
     *
     * @param translated written to an output or a review topic with a translation
     * @param passedThrough tombstones, and messages that are in their target language already, written as they were
     * @param deadLettered written to the dead-letter topic
     * @param prefetched of those processed, how many were already under way when their turn came
     * @param quality those of the translated ones that seem poor
     */
    public record Figures(
            long translated, long passedThrough, long deadLettered, long prefetched, QualityCounters.Figures quality) {

        /** Figures without a poor translation. */
        public Figures(long translated, long passedThrough, long deadLettered, long prefetched) {
            this(translated, passedThrough, deadLettered, prefetched, QualityCounters.Figures.NONE);
        }

        /** Records that left the stream, whichever way. */
        public long processed() {
            return translated + passedThrough + deadLettered;
        }
    }
}
