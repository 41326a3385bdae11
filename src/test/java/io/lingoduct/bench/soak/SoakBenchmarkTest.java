package io.lingoduct.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Watch;
import io.lingoduct.engine.EngineOptions;
import io.lingoduct.model.TestBundles;
import io.lingoduct.model.runtime.OnnxTranslator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SoakBenchmarkTest {

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private Path bundle;

    @BeforeEach
    void writeBundle() {
        bundle = TestBundles.withBeam().write(folder.resolve("bundle"));
    }

    @Test
    void shouldSoakForAsManySentencesAsAsked() {
        var figures = soak(new SoakPlan(Duration.ofMinutes(1), 300, Duration.ofMillis(100), 100), () -> {});

        assertThat(figures.sentences()).isEqualTo(300);
        assertThat(figures.stopped()).isFalse();
        assertThat(figures.samples().get(0).sentences()).isZero();
        assertThat(figures.samples().get(figures.samples().size() - 1).sentences())
                .isEqualTo(300);
    }

    @Test
    void shouldKeepTheFiguresOfASoakThatIsStopped() {
        var checks = new int[1];
        var figures = soak(new SoakPlan(Duration.ofMinutes(1), 1_000_000, Duration.ofSeconds(1), 100), () -> {
            if (++checks[0] > 50) {
                throw new BenchmarkStopped();
            }
        });

        assertThat(figures.stopped()).isTrue();
        assertThat(figures.sentences()).isLessThanOrEqualTo(50);
    }

    @Test
    void shouldSoakWithSentencesOfEveryLength() {
        try (var translator = OnnxTranslator.load(bundle)) {
            var texts = new SoakTexts(translator, 1);
            var lengths = new ArrayList<Integer>();
            for (int i = 0; i < 300; i++) {
                lengths.add(translator.countTokens(texts.next()));
            }

            assertThat(lengths).allMatch(length -> length <= 100);
            assertThat(lengths).anyMatch(length -> length < 15).anyMatch(length -> length > 85);
        }
    }

    private SoakFigures soak(SoakPlan plan, Runnable atEachCheck) {
        try (var translator = OnnxTranslator.load(bundle)) {
            var watch = new Watch(said::add, () -> {
                atEachCheck.run();
                return false;
            });
            return new SoakBenchmark(plan, translator, EngineOptions.defaults(), watch).run();
        }
    }
}
