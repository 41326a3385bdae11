package io.lingoduct.engine;

import io.lingoduct.front.FrontCounters;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Figures of an engine's work since it was made; those of one snapshot may be a batch apart.
 *
 * @param batches runs of the translator, failed ones included
 * @param segments segments translated, those from the cache not included
 * @param cacheHits segments answered from the cache
 * @param failedSegments segments that could not be translated
 * @param timedOutSegments those of the failed segments that ran into the time-out
 * @param sourceTokens tokens of the batches, end-of-sentence included and padding not
 * @param paddedTokens tokens of the batches with their padding
 * @param queueDepth segments waiting now
 * @param front what became of segments in the front of the model, by name
 */
public record EngineStats(
        long batches,
        long segments,
        long cacheHits,
        long failedSegments,
        long timedOutSegments,
        long sourceTokens,
        long paddedTokens,
        int queueDepth,
        Map<String, Long> front) {

    /** The running totals behind {@link EngineStats}. */
    static final class Counters {

        private final LongAdder batches = new LongAdder();
        private final LongAdder segments = new LongAdder();
        private final LongAdder cacheHits = new LongAdder();
        private final LongAdder failedSegments = new LongAdder();
        private final LongAdder timedOutSegments = new LongAdder();
        private final LongAdder sourceTokens = new LongAdder();
        private final LongAdder paddedTokens = new LongAdder();
        private final FrontCounters front = new FrontCounters();

        FrontCounters front() {
            return front;
        }

        void batchStarted(List<QueuedSegment> batch) {
            int longest = batch.stream().mapToInt(QueuedSegment::length).max().orElse(0);
            batches.increment();
            sourceTokens.add(batch.stream().mapToInt(QueuedSegment::length).sum());
            paddedTokens.add((long) longest * batch.size());
        }

        void segmentTranslated() {
            segments.increment();
        }

        void segmentFoundInCache() {
            cacheHits.increment();
        }

        void segmentFailed(Throwable failure) {
            failedSegments.increment();
            if (failure instanceof SegmentTimeoutException) {
                timedOutSegments.increment();
            }
        }

        EngineStats snapshot(int queueDepth) {
            return new EngineStats(
                    batches.sum(),
                    segments.sum(),
                    cacheHits.sum(),
                    failedSegments.sum(),
                    timedOutSegments.sum(),
                    sourceTokens.sum(),
                    paddedTokens.sum(),
                    queueDepth,
                    front.snapshot());
        }
    }
}
