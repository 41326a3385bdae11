package io.lingoduct.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.OnnxTranslator;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.TestBundles;
import io.lingoduct.model.Translation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
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
