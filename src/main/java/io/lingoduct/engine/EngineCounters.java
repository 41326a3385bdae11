package io.lingoduct.engine;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** The running totals behind {@link EngineStats}. */
final class EngineCounters {

    private final LongAdder batches = new LongAdder();
    private final LongAdder segments = new LongAdder();
    private final LongAdder cacheHits = new LongAdder();
    private final LongAdder failedSegments = new LongAdder();
    private final LongAdder timedOutSegments = new LongAdder();
    private final LongAdder sourceTokens = new LongAdder();
    private final LongAdder paddedTokens = new LongAdder();

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
                queueDepth);
    }
}
