package io.lingoduct.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lingoduct.engine.TranslationEngine.TargetScore;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.SegmentTooLongException;
import io.lingoduct.model.Translation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an engine can be asked besides the best translation. */
@Timeout(60)
class EngineJobsTest {

    private static final EngineOptions ONE_AT_A_TIME = EngineOptions.defaults().withParallelRuns(1);

    private final FakeTranslator translator = FakeTranslator.gated();

    @Test
    void shouldGiveAllHypothesesTheBestFirst() {
        translator.openGate();
        try (var engine = new TranslationEngine(translator, ONE_AT_A_TIME)) {
            assertThat(engine.submitForAll("hello").join())
                    .extracting(Translation::text)
                    .containsExactly("HELLO", "hello");
        }
    }

    @Test
    void shouldScoreATarget() {
        translator.openGate();
        try (var engine = new TranslationEngine(translator, ONE_AT_A_TIME)) {
            assertThat(engine.score("hello", "hallo du").join()).isEqualTo(new TargetScore(-8, 9));
        }
    }

    @Test
    void shouldPutJobsOfOneKindOnlyIntoABatch() {
        try (var engine = new TranslationEngine(translator, ONE_AT_A_TIME)) {
            occupyWorker(engine);
            var jobs = List.of(
                    engine.submit("a"),
                    engine.score("b", "B"),
                    engine.submitForAll("c"),
                    engine.submit("d"),
                    engine.submitForAll("e"),
                    engine.score("f", "F"),
                    engine.submit("g", Priority.INTERACTIVE));
            translator.openGate();
            jobs.forEach(CompletableFuture::join);

            assertThat(translator.batches.subList(1, translator.batches.size()))
                    .containsExactly(List.of("a", "g", "d"), List.of("b", "f"), List.of("c", "e"));
        }
    }

    @Test
    void shouldFailOnlyThePoisonedJobOfABatch() {
        try (var engine = new TranslationEngine(translator, ONE_AT_A_TIME)) {
            occupyWorker(engine);
            var hypotheses = List.of(engine.submitForAll("healthy"), engine.submitForAll("poison"));
            var scores = List.of(engine.score("poison", "x"), engine.score("sound", "xy"));
            translator.openGate();

            assertThat(hypotheses.get(0).join()).hasSize(2);
            assertThat(hypotheses.get(1)).failsWithin(10, TimeUnit.SECONDS);
            assertThat(scores.get(0)).failsWithin(10, TimeUnit.SECONDS);
            assertThat(scores.get(1).join().logProbability()).isEqualTo(-2);
        }
    }

    @Test
    void shouldAnswerNoOtherJobFromTheCacheOfTranslations() {
        translator.openGate();
        try (var engine = new TranslationEngine(translator, ONE_AT_A_TIME.withCacheSegments(10))) {
            engine.submit("hello").join();

            assertThat(engine.submitForAll("hello").join()).hasSize(2);
            assertThat(engine.score("hello", "hallo").join().tokens()).isEqualTo(6);
            assertThat(engine.stats().cacheHits()).isZero();
        }
    }

    @Test
    void shouldFailWhatCannotBeEncoded() {
        var tooLong = "x".repeat(FakeTranslator.MAX_SOURCE_TOKENS + 1);
        try (var engine = new TranslationEngine(translator, ONE_AT_A_TIME)) {
            assertThat(List.of(engine.submitForAll(tooLong), engine.score(tooLong, "x")))
                    .allSatisfy(job -> assertThat(job)
                            .failsWithin(10, TimeUnit.SECONDS)
                            .withThrowableThat()
                            .withCauseInstanceOf(SegmentTooLongException.class));
            translator.openGate();
        }
    }

    @Test
    void shouldMeasureAScoreBySourceAndTarget() {
        assertThat(new Job.Score(new EncodedSegment(new long[5]), "target", 7).length())
                .isEqualTo(12);
    }

    private void occupyWorker(TranslationEngine engine) {
        engine.submit("first");
        await().until(() -> translator.batchSizes.size() == 1);
    }
}
