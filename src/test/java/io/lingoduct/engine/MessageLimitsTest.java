package io.lingoduct.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.TranslationException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MessageLimitsTest {

    private static final EngineOptions ONE_BY_ONE =
            EngineOptions.defaults().withParallelRuns(1).withMaxBatchSegments(1).withLinger(Duration.ZERO);

    private final FakeTranslator translator = FakeTranslator.open();

    /** Every look at the clock finds that a second of work has been done: each run takes one. */
    private final AtomicLong seconds = new AtomicLong();

    @Test
    void shouldRefuseATextThatIsTooLargeBeforeAnyOfItIsTokenized() {
        try (var engine = engine(ONE_BY_ONE.withMaxTextBytes(5))) {
            var failure = failure(new SegmentingTextTranslator(engine).translate("größer"));

            assertThat(failure)
                    .isInstanceOf(TextLimitException.class)
                    .isInstanceOf(TranslationException.class)
                    .hasMessageContainingAll("8 bytes", "5", "engine.max-text-bytes");
        }
        assertThat(translator.encodings).hasValue(0);
    }

    @Test
    void shouldRefuseTextsThatAreTooLargeTogether() {
        try (var engine = engine(ONE_BY_ONE.withMaxTextBytes(5))) {
            var translations =
                    new SegmentingTextTranslator(engine).translateAll(SourceText.plain(List.of("abc", "def")));

            assertThat(translations).allSatisfy(text -> assertThat(failure(text))
                    .isInstanceOf(TextLimitException.class)
                    .hasMessageContaining("6 bytes"));
        }
        assertThat(translator.encodings).hasValue(0);
    }

    @Test
    void shouldTakeTextsOfJustTheLimit() {
        try (var engine = engine(ONE_BY_ONE.withMaxTextBytes(6))) {
            var translations =
                    new SegmentingTextTranslator(engine).translateAll(SourceText.plain(List.of("abc", "def")));

            assertThat(translations).extracting(text -> text.join().text()).containsExactly("ABC", "DEF");
        }
    }

    @Test
    void shouldHoldModelsThatAreReplacedToTheSameLimit() {
        try (var texts = new SwappableTextTranslator(VersionedTranslator.of("1"), ONE_BY_ONE.withMaxTextBytes(5))) {
            assertThat(failure(texts.translate("larger"))).isInstanceOf(TextLimitException.class);
        }
    }

    @Test
    void shouldGiveUpAMessageThatTakesTooMuchWork() {
        var gated = FakeTranslator.gated();
        var options = ONE_BY_ONE.withMessageWork(Duration.ofSeconds(3));
        try (var engine = new TranslationEngine(gated, options, System::nanoTime, this::work)) {
            var texts = new SegmentingTextTranslator(engine)
                    .translateAll(SourceText.plain(List.of("a\nb\nc\nd\ne\nf", "g\nh\ni\nj\nk\nl")));
            gated.openGate();

            assertThat(failure(texts.get(0)))
                    .isInstanceOf(TextLimitException.class)
                    .hasMessageContainingAll("3 s", "engine.message-work-seconds");
            assertThat(failure(texts.get(1))).isInstanceOf(TextLimitException.class);
        }
        assertThat(gated.batches).hasSize(4);
    }

    @Test
    void shouldFinishAMessageThatTakesAllItsWork() {
        try (var engine = engine(ONE_BY_ONE.withMessageWork(Duration.ofSeconds(3)))) {
            assertThat(new SegmentingTextTranslator(engine)
                            .translate("a\nb\nc\nd")
                            .join()
                            .text())
                    .isEqualTo("A\nB\nC\nD");
        }
    }

    @Test
    void shouldGiveEachMessageABudgetOfItsOwn() {
        try (var engine = engine(ONE_BY_ONE.withMessageWork(Duration.ofSeconds(2)))) {
            var texts = new SegmentingTextTranslator(engine);

            assertThat(List.of(texts.translate("a\nb"), texts.translate("c\nd")))
                    .extracting(text -> text.join().text())
                    .containsExactly("A\nB", "C\nD");
        }
    }

    @Test
    void shouldShareTheWorkOfABatchByTokens() {
        var exact = List.of(WorkBudget.of(Duration.ofMillis(200)), WorkBudget.of(Duration.ofMillis(800)));
        var scarce = List.of(WorkBudget.of(Duration.ofMillis(199)), WorkBudget.of(Duration.ofMillis(799)));
        var runner = new BatchRunner(
                translator, SearchOptions.GREEDY, new TranslationCache(0), new EngineStats.Counters(), this::work);

        runner.run(List.of(queued("a", exact.get(0)), queued("abcdefg", exact.get(1))));
        runner.run(List.of(queued("a", scarce.get(0)), queued("abcdefg", scarce.get(1))));

        assertThat(exact).noneMatch(WorkBudget::isExhausted);
        assertThat(scarce).allMatch(WorkBudget::isExhausted);
    }

    @Test
    void shouldNotCountTheTimeThatAMessageWaits() {
        var gated = FakeTranslator.gated();
        var options = ONE_BY_ONE.withMessageWork(Duration.ofNanos(1));
        try (var engine = new TranslationEngine(gated, options, System::nanoTime, () -> 0)) {
            engine.submit("first");
            await().until(() -> gated.batchSizes.size() == 1);
            var waiting = new SegmentingTextTranslator(engine).translate("a\nb\nc");
            gated.openGate();

            assertThat(waiting.join().text()).isEqualTo("A\nB\nC");
        }
    }

    private TranslationEngine engine(EngineOptions options) {
        return new TranslationEngine(translator, options, System::nanoTime, this::work);
    }

    private QueuedSegment queued(String segment, WorkBudget budget) {
        return new QueuedSegment(
                new Job.Translate(translator.encode(segment)),
                Priority.BULK,
                budget,
                new CompletableFuture<>(),
                seconds.get(),
                0);
    }

    private long work() {
        return Duration.ofSeconds(seconds.incrementAndGet()).toNanos();
    }

    private static Throwable failure(CompletableFuture<?> future) {
        return catchThrowableOfType(CompletionException.class, future::join).getCause();
    }
}
