package io.lingoduct.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.Translation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SegmentQueueTest {

    private static final Duration TIMEOUT = Duration.ofMillis(100);

    private static final EngineOptions OPTIONS = EngineOptions.defaults()
            .withBatchTokens(100)
            .withMaxBatchSegments(4)
            .withLinger(Duration.ofMillis(5))
            .withQueueCapacity(10)
            .withSegmentTimeout(TIMEOUT);

    private final AtomicLong nanos = new AtomicLong();
    private final SegmentQueue queue = new SegmentQueue(OPTIONS, nanos::get);

    @Test
    void shouldLetALoneSegmentLinger() throws InterruptedException {
        put(10);
        advance(Duration.ofMillis(5).minusNanos(1));
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void shouldHandOutALoneSegmentThatHasLingered() throws InterruptedException {
        put(10);
        advance(Duration.ofMillis(5));
        assertThat(queue.poll()).hasSize(1);
    }

    @Test
    void shouldMeasureLingerByTheOldest() throws InterruptedException {
        put(10);
        advance(Duration.ofMillis(4));
        put(10);
        advance(Duration.ofMillis(1));
        assertThat(queue.poll()).hasSize(2);
    }

    @Test
    void shouldNotLingerOnceTheSegmentsFillABatch() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            put(1);
        }
        assertThat(queue.poll()).hasSize(4);
    }

    @Test
    void shouldNotLingerOnceTheTokensFillABatch() throws InterruptedException {
        put(50);
        put(50);
        assertThat(queue.poll()).hasSize(2);
    }

    @Test
    void shouldLingerAgainForThoseLeftBehind() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            put(1);
        }
        queue.poll();
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void shouldForgetACancelledSegment() throws InterruptedException {
        put(10).cancel(false);
        advance(Duration.ofMillis(5));
        assertThat(queue.poll()).isEmpty();
        assertThat(queue.depth()).isZero();
    }

    @Test
    void shouldNotLingerOnceClosed() throws InterruptedException {
        put(10);
        queue.close();
        assertThat(queue.take()).hasSize(1);
    }

    @Test
    void shouldEndWithAnEmptyBatchOnceClosedAndEmptied() throws InterruptedException {
        queue.close();
        assertThat(queue.take()).isEmpty();
    }

    @Test
    void shouldRefuseSegmentsOnceClosed() throws InterruptedException {
        queue.close();
        assertThat(queue.put(
                        new Job.Translate(new EncodedSegment(new long[1])),
                        Priority.BULK,
                        WorkBudget.UNLIMITED,
                        new CompletableFuture<>()))
                .isFalse();
    }

    @Test
    void shouldHandOutAnInteractiveSegmentWithTheNextBatch() throws InterruptedException {
        for (int i = 0; i < 8; i++) {
            put(20);
        }
        queue.put(
                new Job.Translate(new EncodedSegment(new long[3])),
                Priority.INTERACTIVE,
                WorkBudget.UNLIMITED,
                new CompletableFuture<>());
        assertThat(queue.poll()).extracting(QueuedSegment::length).containsExactly(20, 3, 20, 20);
    }

    @Test
    void shouldFindNothingOverdueBeforeTheTimeout() throws InterruptedException {
        put(10);
        advance(TIMEOUT.minusNanos(1));
        assertThat(queue.takeOverdue()).isEmpty();
        assertThat(queue.nanosUntilOverdue()).isEqualTo(1);
    }

    @Test
    void shouldTakeOutWhatHasWaitedForTheTimeout() throws InterruptedException {
        put(10);
        advance(TIMEOUT.minusNanos(1));
        put(10);
        advance(Duration.ofNanos(1));
        assertThat(queue.takeOverdue()).hasSize(1);
        assertThat(queue.depth()).isEqualTo(1);
        assertThat(queue.nanosUntilOverdue()).isEqualTo(TIMEOUT.minusNanos(1).toNanos());
    }

    @Test
    void shouldCountTheTimeOfTheRunToo() throws InterruptedException {
        put(10);
        advance(Duration.ofMillis(60));
        var batch = queue.poll();
        advance(Duration.ofMillis(40));
        assertThat(queue.takeOverdue()).isEqualTo(batch);
        assertThat(queue.takeOverdue()).isEmpty();
    }

    @Test
    void shouldForgetABatchThatIsFinished() throws InterruptedException {
        put(10);
        advance(Duration.ofMillis(60));
        queue.finish(queue.poll());
        advance(Duration.ofMillis(40));
        assertThat(queue.takeOverdue()).isEmpty();
        assertThat(queue.nanosUntilOverdue()).isEqualTo(TIMEOUT.toNanos());
    }

    @Test
    @Timeout(60)
    void shouldMakeRoomWhenSegmentsAreOverdue() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            put(1);
        }
        advance(TIMEOUT);
        queue.takeOverdue();
        put(1);
        assertThat(queue.depth()).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void shouldHoldNoMoreThanItsMemoryWhateverTheSegments() throws InterruptedException {
        var small = new SegmentQueue(OPTIONS.withQueueBytes(10_000), nanos::get);
        put(small, 1_000);
        var refused = CompletableFuture.runAsync(() -> {
            put(small, 1_000);
            put(small, 10);
        });

        await().until(() -> small.waitingForRoom() == 1);
        assertThat(small.depth()).isEqualTo(1);
        advance(Duration.ofMillis(5));
        small.poll();
        refused.join();
        assertThat(small.depth()).isEqualTo(2);
    }

    @Test
    void shouldTakeASegmentThatIsLargerThanItsMemoryByItself() {
        var small = new SegmentQueue(OPTIONS.withQueueBytes(1), nanos::get);

        put(small, 1_000);

        assertThat(small.depth()).isEqualTo(1);
    }

    @Test
    void shouldDrainWhatWaitsAndWhatRuns() throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            put(1);
        }
        queue.poll();
        assertThat(queue.drain()).hasSize(6);
        assertThat(queue.drain()).isEmpty();
    }

    private CompletableFuture<Translation> put(int length) throws InterruptedException {
        var result = new CompletableFuture<Translation>();
        assertThat(queue.put(
                        new Job.Translate(new EncodedSegment(new long[length])),
                        Priority.BULK,
                        WorkBudget.UNLIMITED,
                        result))
                .isTrue();
        return result;
    }

    private static void put(SegmentQueue queue, int length) {
        try {
            queue.put(
                    new Job.Translate(new EncodedSegment(new long[length])),
                    Priority.BULK,
                    WorkBudget.UNLIMITED,
                    new CompletableFuture<>());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
