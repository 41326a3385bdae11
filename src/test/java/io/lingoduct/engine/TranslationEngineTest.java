package io.lingoduct.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.SegmentTooLongException;
import io.lingoduct.model.Translation;
import io.lingoduct.model.TranslationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TranslationEngineTest {

    private static final EngineOptions OPTIONS =
            EngineOptions.defaults().withParallelRuns(2).withLinger(Duration.ofMillis(1));

    private static final EngineOptions ONE_AT_A_TIME = OPTIONS.withParallelRuns(1);

    @Test
    void shouldTranslateASegment() {
        try (var engine = new TranslationEngine(FakeTranslator.open(), OPTIONS)) {
            assertThat(engine.submit("hello").join()).isEqualTo(new Translation("HELLO", -1f, true));
        }
    }

    @Test
    void shouldTakeTenThousandSegmentsThroughAQueueOfAThousand() {
        var translator = FakeTranslator.gated();
        try (var engine = new TranslationEngine(translator, OPTIONS.withQueueCapacity(1_000))) {
            var deepest = new AtomicInteger();
            var submitting = CompletableFuture.supplyAsync(() -> IntStream.range(0, 10_000)
                    .mapToObj(i -> {
                        var future = engine.submit("segment " + i);
                        deepest.accumulateAndGet(engine.stats().queueDepth(), Math::max);
                        return future;
                    })
                    .toList());
            await().until(() -> engine.stats().queueDepth() == 1_000);
            translator.openGate();
            assertThat(submitting.join())
                    .extracting(future -> future.join().text())
                    .isEqualTo(IntStream.range(0, 10_000)
                            .mapToObj(i -> "SEGMENT " + i)
                            .toList());
            assertThat(deepest.get()).isLessThanOrEqualTo(1_000);
        }
    }

    @Test
    void shouldServeManyCallersAtOnce() {
        try (var engine = new TranslationEngine(FakeTranslator.open(), OPTIONS.withQueueCapacity(50))) {
            var texts = IntStream.range(0, 4_000)
                    .parallel()
                    .mapToObj(i -> engine.submit("s" + i).join().text())
                    .toList();
            assertThat(texts)
                    .isEqualTo(IntStream.range(0, 4_000).mapToObj(i -> "S" + i).toList());
        }
    }

    @Test
    void shouldKeepItsWorkersWhenEvenHandlingAFailureFails() {
        var translator = FakeTranslator.gated();
        try (var engine = new TranslationEngine(translator, ONE_AT_A_TIME)) {
            occupyWorker(engine, translator);
            var futures = submitAll(engine, "unspeakable", "healthy");
            translator.openGate();

            assertThat(futures).allSatisfy(future -> assertThat(future).failsWithin(10, TimeUnit.SECONDS));
            assertThat(engine.submit("hello").join().text()).isEqualTo("HELLO");
        }
    }

    @Test
    void shouldBatchWhatWaits() {
        var translator = FakeTranslator.gated();
        try (var engine = new TranslationEngine(translator, ONE_AT_A_TIME)) {
            occupyWorker(engine, translator);
            var futures = submitAll(engine, "a", "b", "c");
            translator.openGate();
            futures.forEach(CompletableFuture::join);
            assertThat(translator.batchSizes).containsExactly(1, 3);
        }
    }

    @Test
    void shouldFailOnlyThePoisonedSegmentOfABatch() {
        var translator = FakeTranslator.gated();
        try (var engine = new TranslationEngine(translator, ONE_AT_A_TIME)) {
            occupyWorker(engine, translator);
            var futures = submitAll(engine, "healthy", "poison", "sound");
            translator.openGate();
            assertThat(futures.get(0).join().text()).isEqualTo("HEALTHY");
            assertThat(futures.get(2).join().text()).isEqualTo("SOUND");
            assertThat(futures.get(1)).isCompletedExceptionally();
        }
    }

    @Test
    void shouldRunEachSegmentOfAFailedBatchAloneOnce() {
        var translator = FakeTranslator.gated();
        try (var engine = new TranslationEngine(translator, ONE_AT_A_TIME)) {
            occupyWorker(engine, translator);
            var futures = submitAll(engine, "healthy", "poison", "sound");
            translator.openGate();
            futures.forEach(
                    future -> future.handle((translation, failure) -> null).join());
            assertThat(translator.batchSizes).containsExactly(1, 3, 1, 1, 1);
        }
    }

    @Test
    void shouldGoOnAfterAnError() {
        try (var engine = new TranslationEngine(FakeTranslator.open(), ONE_AT_A_TIME)) {
            assertThat(engine.submit("grave error"))
                    .failsWithin(10, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withRootCauseInstanceOf(StackOverflowError.class);
            assertThat(engine.submit("next").join().text()).isEqualTo("NEXT");
        }
    }

    @Test
    void shouldFailASegmentThatTheTranslatorLoses() {
        try (var engine = new TranslationEngine(FakeTranslator.open(), OPTIONS)) {
            assertThat(engine.submit("lost"))
                    .failsWithin(10, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withMessageContaining("batch of 1 segments with 0");
        }
    }

    @Test
    void shouldFailTheFutureOfASegmentThatIsTooLong() {
        try (var engine = new TranslationEngine(FakeTranslator.open(), OPTIONS)) {
            assertThat(engine.submit("x".repeat(51)))
                    .failsWithin(10, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withRootCauseInstanceOf(SegmentTooLongException.class);
        }
    }

    @Test
    void shouldBlockTheCallerWhileTheQueueIsFull() {
        var translator = FakeTranslator.gated();
        try (var engine = new TranslationEngine(translator, ONE_AT_A_TIME.withQueueCapacity(2))) {
            occupyWorker(engine, translator);
            submitAll(engine, "a", "b");
            var caller = new Thread(() -> engine.submit("c").join());
            caller.start();
            await().until(() -> caller.getState() == Thread.State.WAITING);
            assertThat(engine.stats().queueDepth()).isEqualTo(2);
            translator.openGate();
            await().until(() -> !caller.isAlive());
            assertThat(engine.stats().segments()).isEqualTo(4);
        }
    }

    @Test
    void shouldTranslateWhatIsQueuedBeforeItCloses() {
        var translator = FakeTranslator.gated();
        var engine = new TranslationEngine(translator, ONE_AT_A_TIME.withMaxBatchSegments(10));
        occupyWorker(engine, translator);
        var futures =
                IntStream.range(0, 100).mapToObj(i -> engine.submit("s" + i)).toList();
        translator.openGate();
        engine.close();
        assertThat(futures).allMatch(future -> future.isDone() && !future.isCompletedExceptionally());
    }

    @Test
    void shouldLeaveNoFutureOpenWhenWorkIsLeftAtTheDrainLimit() {
        var translator = FakeTranslator.gated();
        var engine = new TranslationEngine(translator, ONE_AT_A_TIME.withDrainLimit(Duration.ZERO));
        var futures = new ArrayList<>(List.of(occupyWorker(engine, translator)));
        futures.addAll(submitAll(engine, "a", "b", "c"));
        engine.close();
        assertThat(futures).allSatisfy(future -> assertThat(future)
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withMessageContaining("the engine was closed"));
        translator.openGate();
    }

    @Test
    void shouldReleaseABlockedCallerWhenItCloses() {
        var translator = FakeTranslator.gated();
        var engine = new TranslationEngine(
                translator, ONE_AT_A_TIME.withQueueCapacity(1).withDrainLimit(Duration.ZERO));
        occupyWorker(engine, translator);
        engine.submit("a");
        var refused = new CompletableFuture<Translation>();
        var caller = new Thread(() -> engine.submit("b").whenComplete((translation, failure) -> {
            refused.completeExceptionally(failure);
        }));
        caller.start();
        await().until(() -> caller.getState() == Thread.State.WAITING);
        engine.close();
        assertThat(refused).failsWithin(10, TimeUnit.SECONDS);
        translator.openGate();
    }

    @Test
    void shouldFailWhatIsSubmittedOnceClosed() {
        var engine = new TranslationEngine(FakeTranslator.open(), OPTIONS);
        engine.close();
        assertThat(engine.submit("late"))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withRootCauseInstanceOf(TranslationException.class)
                .withMessageContaining("the engine is closed");
    }

    @Test
    void shouldTakeTheModelToBeBrokenOnceItFailsOnOneSegmentAfterTheOther() {
        try (var engine = new TranslationEngine(FakeTranslator.open(), ONE_AT_A_TIME)) {
            for (int i = 0; i < BatchRunner.MAX_FAILURES_IN_A_ROW; i++) {
                assertThat(failure(engine, "poison")).isExactlyInstanceOf(TranslationException.class);
            }

            assertThat(failure(engine, "poison"))
                    .isInstanceOf(BrokenModelException.class)
                    .hasMessageEndingWith("poisoned");
        }
    }

    @Test
    void shouldBlameTheSegmentsAgainOnceARunSucceeds() {
        try (var engine = new TranslationEngine(FakeTranslator.open(), ONE_AT_A_TIME)) {
            for (int i = 0; i <= BatchRunner.MAX_FAILURES_IN_A_ROW; i++) {
                failure(engine, "poison");
            }
            engine.submit("good").join();

            assertThat(failure(engine, "poison")).isExactlyInstanceOf(TranslationException.class);
        }
    }

    private static Throwable failure(TranslationEngine engine, String segment) {
        return engine.submit(segment).handle((translation, failure) -> failure).join();
    }

    @Test
    void shouldCloseTwiceWithoutHarm() {
        var engine = new TranslationEngine(FakeTranslator.open(), OPTIONS);
        engine.close();
        engine.close();
        assertThat(engine.stats().queueDepth()).isZero();
    }

    @Test
    void shouldNotTranslateACancelledSegment() {
        var translator = FakeTranslator.gated();
        try (var engine = new TranslationEngine(translator, ONE_AT_A_TIME)) {
            occupyWorker(engine, translator);
            var futures = submitAll(engine, "a", "b", "c");
            futures.get(1).cancel(false);
            translator.openGate();
            futures.get(2).join();
            assertThat(translator.batchSizes).containsExactly(1, 2);
        }
    }

    @Test
    void shouldCountWhatItDoes() {
        var translator = FakeTranslator.gated();
        try (var engine = new TranslationEngine(translator, ONE_AT_A_TIME)) {
            occupyWorker(engine, translator);
            var futures = submitAll(engine, "a", "four");
            translator.openGate();
            futures.forEach(CompletableFuture::join);
            // "first" has 6 tokens with its end; "a" has 2 and is padded to the 5 of "four"
            assertThat(engine.stats()).isEqualTo(new EngineStats(2, 3, 0, 0, 0, 6 + 2 + 5, 6 + 5 + 5, 0, Map.of()));
        }
    }

    @Test
    void shouldRunNothingWhenAllThatWaitsIsCancelled() {
        var translator = FakeTranslator.gated();
        try (var engine = new TranslationEngine(translator, ONE_AT_A_TIME)) {
            occupyWorker(engine, translator);
            submitAll(engine, "a", "b", "c").forEach(future -> future.cancel(false));
            translator.openGate();
        }
        assertThat(translator.batchSizes).containsExactly(1);
    }

    @Test
    void shouldRefuseASearchThatTheModelDoesNotSupport() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new TranslationEngine(FakeTranslator.open(), OPTIONS.withSearch(SearchOptions.beam(4))))
                .withMessageContaining("at most 1");
    }

    /** Keeps the only worker busy until the gate opens, so that what is submitted next waits together. */
    private static CompletableFuture<Translation> occupyWorker(TranslationEngine engine, FakeTranslator translator) {
        var first = engine.submit("first");
        await().until(() -> translator.batchSizes.size() == 1);
        return first;
    }

    private static List<CompletableFuture<Translation>> submitAll(TranslationEngine engine, String... segments) {
        var futures = new ArrayList<CompletableFuture<Translation>>();
        for (var segment : segments) {
            futures.add(engine.submit(segment));
        }
        return futures;
    }
}
