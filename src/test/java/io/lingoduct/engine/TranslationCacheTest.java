package io.lingoduct.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.TranslationException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TranslationCacheTest {

    private static final EngineOptions OPTIONS =
            EngineOptions.defaults().withParallelRuns(1).withLinger(Duration.ZERO);

    private final FakeTranslator translator = FakeTranslator.open();
    private final TranslationEngine engine = new TranslationEngine(translator, OPTIONS.withCacheSegments(2));

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void shouldAnswerARepeatedSegmentWithoutARun() {
        var first = engine.submit("again").join();
        assertThat(engine.submit("again")).isCompletedWithValue(first);
        assertThat(translator.batches).hasSize(1);
    }

    @Test
    void shouldCountHitsApartFromRuns() {
        engine.submit("again").join();
        engine.submit("again").join();
        engine.submit("again").join();
        assertThat(engine.stats().cacheHits()).isEqualTo(2);
        assertThat(engine.stats().segments()).isEqualTo(1);
    }

    @Test
    void shouldTellSegmentsApartByTheirTokens() {
        engine.submit("one").join();
        assertThat(engine.submit("two").join().text()).isEqualTo("TWO");
        assertThat(engine.submit("on").join().text()).isEqualTo("ON");
    }

    @Test
    void shouldTryAFailedSegmentAgain() {
        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThat(engine.submit("poison"))
                    .failsWithin(10, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withRootCauseInstanceOf(TranslationException.class);
            assertThat(translator.batches).hasSize(attempt);
        }
    }

    @Test
    void shouldNotKeepATranslationThatWasCutShort() {
        engine.submit("endless").join();
        engine.submit("endless").join();
        assertThat(translator.batches).hasSize(2);
    }

    @Test
    void shouldKeepNoMoreThanItIsTold() {
        for (int i = 0; i < 100; i++) {
            engine.submit("segment " + i).join();
        }
        for (int i = 0; i < 100; i++) {
            engine.submit("segment " + i).join();
        }
        assertThat(engine.stats().cacheHits()).isLessThanOrEqualTo(2);
    }

    @Test
    void shouldKeepNothingUnlessTold() {
        try (var plain = new TranslationEngine(translator, OPTIONS)) {
            plain.submit("again").join();
            plain.submit("again").join();
        }
        assertThat(translator.batches).hasSize(2);
    }

    @Test
    void shouldAnswerNothingOnceTheEngineIsClosed() {
        engine.submit("again").join();
        engine.close();
        CompletableFuture<?> late = engine.submit("again");
        assertThat(late)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withRootCauseInstanceOf(EngineClosedException.class);
    }
}
