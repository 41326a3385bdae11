package io.lingoduct.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.engine.EngineOptions;
import io.lingoduct.model.TestBundles;
import io.lingoduct.model.runtime.OnnxTranslator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EngineBenchmarkTest {

    private static final List<String> SENTENCES = List.of("one", "two words", "a third sentence");

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private Path bundle;

    @BeforeEach
    void writeBundle() {
        bundle = TestBundles.withBeam().write(folder.resolve("bundle"));
    }

    @Test
    void shouldKeepWhatWasMeasuredWhenStopped() throws IOException {
        var plan = new EnginePlan(bundle, SENTENCES, 1_000, false);
        var watch = new Watch(said::add, () -> said.contains("Round 2 of 1000: peak of matrix products"));

        var figures = new EngineBenchmark(plan, watch).run();

        assertThat(figures.stopped()).isTrue();
        assertThat(figures.rounds()).isEqualTo(1);
        assertThat(figures.endToEnd()).isNull();
        assertThat(figures.results()).isNotEmpty().allSatisfy(result -> {
            assertThat(result.sentencesPerSecond()).isPositive();
            assertThat(result.shareOfPeak()).isNull();
        });
        assertThat(EngineReport.of(figures)).contains("stopped before the end", "No naive variant: translate.cpu.onnx");
    }

    @Test
    void shouldHaveNoFiguresWhenStoppedAtOnce() {
        var plan = new EnginePlan(bundle, SENTENCES, 1, false);

        assertThatThrownBy(() -> new EngineBenchmark(plan, new Watch(said::add, () -> true)).run())
                .isInstanceOf(BenchmarkStopped.class);
    }

    @Test
    void shouldTakeNoLargerBeamThanTheModel() throws IOException {
        var plan = new EnginePlan(bundle, SENTENCES, 1, true);
        var watch =
                new Watch(said::add, () -> said.stream().anyMatch(line -> line.startsWith("Loading the bundle again")));

        assertThat(new EngineBenchmark(plan, watch).run().results())
                .extracting(EngineFigures.Result::beam)
                .contains(4)
                .doesNotContain(6);
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
