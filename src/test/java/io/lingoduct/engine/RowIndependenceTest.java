package io.lingoduct.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.TestBundles;
import io.lingoduct.model.Translation;
import io.lingoduct.model.runtime.OnnxTranslator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The engine and a real graph together. */
@Timeout(60)
class RowIndependenceTest {

    private static final EngineOptions OPTIONS =
            EngineOptions.defaults().withParallelRuns(2).withBatchTokens(700).withLinger(Duration.ofMillis(1));

    @TempDir
    Path folder;

    @Test
    void shouldTranslateASegmentAsIfItWereAlone() {
        try (var translator = OnnxTranslator.load(TestBundles.greedy().write(folder));
                var engine = new TranslationEngine(translator, OPTIONS)) {
            var segments = randomSegments(2_000);
            var together = segments.parallelStream().map(engine::submit).toList();
            for (int i = 0; i < segments.size(); i++) {
                var alone = translator.translate(List.of(translator.encode(segments.get(i))), SearchOptions.GREEDY);
                assertThat(together.get(i).join()).isEqualTo(alone.get(0));
            }
        }
    }

    @Test
    void shouldTranslateTheNeighboursOfSegmentsThatTheRuntimeRefuses() {
        try (var translator = OnnxTranslator.load(TestBundles.greedy().write(folder));
                var engine = new TranslationEngine(translator, OPTIONS)) {
            var futures = IntStream.range(0, 500)
                    .mapToObj(i -> engine.submit(i % 50 == 0 ? "bad " + TestBundles.POISON : "good " + i))
                    .toList();
            var texts = futures.stream().map(RowIndependenceTest::textOrFailure).toList();
            assertThat(texts)
                    .isEqualTo(IntStream.range(0, 500)
                            .mapToObj(i -> i % 50 == 0 ? "failed" : "GOOD " + i)
                            .toList());
        }
    }

    @Test
    void shouldFailOnlyTheSegmentWhoseIdsAreOutsideTheVocabulary() {
        var allInOneBatch = OPTIONS.withMaxBatchSegments(3).withLinger(Duration.ofMinutes(1));
        try (var translator = OnnxTranslator.load(TestBundles.greedy().write(folder));
                var engine = new TranslationEngine(translator, allInOneBatch)) {
            var before = engine.submit("one");
            var stray = engine.submit(new EncodedSegment(new long[] {1_000_000, 2}));
            var after = engine.submit("two");
            assertThat(stray)
                    .failsWithin(10, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withMessageContaining("not in the vocabulary");
            assertThat(before.join().text()).isEqualTo("ONE");
            assertThat(after.join().text()).isEqualTo("TWO");
            assertThat(engine.stats().batches()).isEqualTo(1 + 3);
        }
    }

    @Test
    void shouldTranslateTheSameWithACacheAsWithoutOne() {
        try (var translator = OnnxTranslator.load(TestBundles.greedy().write(folder));
                var without = new TranslationEngine(translator, OPTIONS);
                var with = new TranslationEngine(translator, OPTIONS.withCacheSegments(50))) {
            var random = new Random(5);
            for (int i = 0; i < 1_000; i++) {
                var segment = "segment " + random.nextInt(100);
                assertThat(with.submit(segment).join())
                        .isEqualTo(without.submit(segment).join());
            }
            assertThat(with.stats().cacheHits()).isPositive();
        }
    }

    private static String textOrFailure(CompletableFuture<Translation> future) {
        return future.handle((translation, failure) -> failure == null ? translation.text() : "failed")
                .join();
    }

    private static List<String> randomSegments(int count) {
        var random = new Random(3);
        return IntStream.range(0, count)
                .mapToObj(i -> "x".repeat(1 + random.nextInt(95)) + (char) ('a' + random.nextInt(26)))
                .toList();
    }
}
