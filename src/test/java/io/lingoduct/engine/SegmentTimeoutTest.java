package io.lingoduct.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lingoduct.model.Translation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SegmentTimeoutTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private static final EngineOptions OPTIONS = EngineOptions.defaults()
            .withParallelRuns(1)
            .withLinger(Duration.ZERO)
            .withSegmentTimeout(TIMEOUT);

    private final AtomicLong nanos = new AtomicLong();
    private final FakeTranslator translator = FakeTranslator.gated();
    private final TranslationEngine engine = new TranslationEngine(translator, OPTIONS, nanos::get, () -> 0);

    @AfterEach
    void close() {
        translator.openGate();
        engine.close();
    }

    @Test
    void shouldWaitUntilTheTimeoutHasPassed() {
        var running = occupyWorker();
        advance(TIMEOUT.minusNanos(1));
        assertThat(running).isNotDone();
    }

    @Test
    void shouldFailASegmentThatRunsForTooLong() {
        var running = occupyWorker();
        advance(TIMEOUT);
        assertTimedOut(running);
    }

    @Test
    void shouldEndARunWhenNobodyWaitsForItAnyMore() {
        occupyWorker();
        assertThat(translator.cancellations.get(0).isCancelled()).isFalse();
        advance(TIMEOUT);
        assertThat(translator.cancellations.get(0).isCancelled()).isTrue();
    }

    @Test
    void shouldEndARunWhoseSegmentsWereAllCancelled() {
        occupyWorker().cancel(false);
        assertThat(translator.cancellations.get(0).isCancelled()).isTrue();
    }

    @Test
    void shouldFailASegmentThatWaitsForTooLong() {
        occupyWorker();
        advance(Duration.ofMinutes(1));
        var waiting = engine.submit("waits");
        advance(TIMEOUT.minusNanos(1));
        assertThat(waiting).isNotDone();
        advance(Duration.ofNanos(1));
        assertTimedOut(waiting);
    }

    @Test
    void shouldNotRunWhatTimedOutWhileItWaited() {
        occupyWorker();
        engine.submit("waits");
        advance(TIMEOUT);
        var next = engine.submit("next");
        translator.openGate();
        assertThat(next.join().text()).isEqualTo("NEXT");
        assertThat(translator.batches).doesNotContain(List.of("waits"));
    }

    @Test
    void shouldCountWhatTimedOutAsFailedAndNotAsTranslated() {
        occupyWorker();
        engine.submit("waits");
        advance(TIMEOUT);
        translator.openGate();
        engine.close();
        assertThat(engine.stats().timedOutSegments()).isEqualTo(2);
        assertThat(engine.stats().failedSegments()).isEqualTo(2);
        assertThat(engine.stats().segments()).isZero();
    }

    @Test
    void shouldLookForItselfWhatIsOverdue() {
        var gated = FakeTranslator.gated();
        try (var watched = new TranslationEngine(gated, OPTIONS.withSegmentTimeout(Duration.ofMillis(20)))) {
            assertTimedOut(watched.submit("runs for ever"));
            gated.openGate();
        }
    }

    @Test
    void shouldEndItsTimerWhenClosed() {
        var calls = new AtomicLong();
        var timer = new SegmentTimer(() -> {
            calls.incrementAndGet();
            return Duration.ofMinutes(1).toNanos();
        });
        timer.start();
        await().until(() -> calls.get() == 1);
        timer.close();
        await().until(timer::isOver);
    }

    private CompletableFuture<Translation> occupyWorker() {
        var first = engine.submit("first");
        await().until(() -> translator.batchSizes.size() == 1);
        return first;
    }

    private void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
        engine.failOverdue();
    }

    private static void assertTimedOut(CompletableFuture<Translation> future) {
        assertThat(future)
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(SegmentTimeoutException.class)
                .withMessageContaining("segment-timeout-ms");
    }
}
