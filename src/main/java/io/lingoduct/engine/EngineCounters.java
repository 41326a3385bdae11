package io.lingoduct.engine;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** The running totals behind {@link EngineStats}. */
final class EngineCounters {

    private final LongAdder batches = new LongAdder();
    private final LongAdder segments = new LongAdder();
    private final LongAdder failedSegments = new LongAdder();
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

    void segmentFailed() {
        failedSegments.increment();
    }

    EngineStats snapshot(int queueDepth) {
        return new EngineStats(
                batches.sum(),
                segments.sum(),
                failedSegments.sum(),
                sourceTokens.sum(),
                paddedTokens.sum(),
                queueDepth);
    }
}
