package io.lingoduct.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.Translation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SegmentQueueTest {

    private static final EngineOptions OPTIONS = EngineOptions.defaults()
            .withBatchTokens(100)
            .withMaxBatchSegments(4)
            .withLinger(Duration.ofMillis(5))
            .withQueueCapacity(10);

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
        assertThat(queue.put(new EncodedSegment(new long[1]), new CompletableFuture<>()))
                .isFalse();
    }

    private CompletableFuture<Translation> put(int length) throws InterruptedException {
        var result = new CompletableFuture<Translation>();
        assertThat(queue.put(new EncodedSegment(new long[length]), result)).isTrue();
        return result;
    }

    private void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
