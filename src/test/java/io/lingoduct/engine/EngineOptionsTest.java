package io.lingoduct.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lingoduct.model.SearchOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EngineOptionsTest {

    private static final EngineOptions DEFAULTS = EngineOptions.defaults();

    @Test
    void shouldUseAllCores() {
        assertThat(DEFAULTS.parallelRuns()).isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void shouldNameTheOptionThatIsTooSmall() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.withBatchTokens(0))
                .withMessage("batch tokens must be at least 1, not 0");
    }

    @Test
    void shouldRefuseANegativeLinger() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.withLinger(Duration.ofMillis(-1)))
                .withMessageContaining("linger");
    }

    @Test
    void shouldAcceptNoLingerAtAll() {
        assertThat(DEFAULTS.withLinger(Duration.ZERO).linger()).isZero();
    }

    @Test
    void shouldRefuseANegativeTimeout() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.withSegmentTimeout(Duration.ofMillis(-1)))
                .withMessageContaining("segment time-out");
    }

    @Test
    void shouldRefuseANegativeCacheSize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.withCacheSegments(-1))
                .withMessage("cache segments must be at least 0, not -1");
    }

    @Test
    void shouldRefuseNegativeLimitsOfAMessage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.withMaxTextBytes(-1))
                .withMessage("text bytes must be at least 0, not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.withMessageWork(Duration.ofMillis(-1)))
                .withMessageContaining("message work");
    }

    @Test
    void shouldSetNoLimitForAMessageUnlessTold() {
        assertThat(DEFAULTS.maxTextBytes()).isZero();
        assertThat(DEFAULTS.messageWork()).isZero();
    }

    @Test
    void shouldGiveTheQueueAShareOfTheHeap() {
        assertThat(DEFAULTS.queueBytes())
                .isPositive()
                .isLessThan(Runtime.getRuntime().maxMemory() / 10);
    }

    @Test
    void shouldNeitherTimeOutNorCacheUnlessTold() {
        assertThat(DEFAULTS.segmentTimeout()).isZero();
        assertThat(DEFAULTS.cacheSegments()).isZero();
    }

    @Test
    void shouldChangeWhatIsNamedAndNothingElse() {
        var changed = DEFAULTS.withBatchTokens(1)
                .withMaxBatchSegments(2)
                .withLinger(Duration.ofMillis(3))
                .withQueueCapacity(4)
                .withQueueBytes(44)
                .withSegmentTimeout(Duration.ofMillis(5))
                .withCacheSegments(6)
                .withParallelRuns(7)
                .withMaxTextBytes(77)
                .withMessageWork(Duration.ofMillis(777))
                .withDrainLimit(Duration.ofMillis(8))
                .withSearch(SearchOptions.beam(9))
                .withFront(true);
        assertThat(changed)
                .isEqualTo(new EngineOptions(
                        1,
                        2,
                        Duration.ofMillis(3),
                        4,
                        44,
                        Duration.ofMillis(5),
                        6,
                        7,
                        77,
                        Duration.ofMillis(777),
                        Duration.ofMillis(8),
                        SearchOptions.beam(9),
                        true));
    }

    @Test
    void shouldTakeTheFewerTokensIntoABatchTheMoreHypothesesThereAre() {
        var options = DEFAULTS.withBatchTokens(1_000);

        assertThat(options.sourceTokensPerBatch()).isEqualTo(1_000);
        assertThat(options.withSearch(SearchOptions.beam(6)).sourceTokensPerBatch())
                .isEqualTo(166);
        assertThat(options.withBatchTokens(3).withSearch(SearchOptions.beam(6)).sourceTokensPerBatch())
                .isEqualTo(1);
    }
}
