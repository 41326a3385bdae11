package io.lingoduct.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Watch;
import io.lingoduct.model.TestBundles;
import java.io.IOException;
import java.nio.file.Path;
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

        assertThat(figures.run().stopped()).isTrue();
        assertThat(figures.run().rounds()).isEqualTo(1);
        assertThat(figures.endToEnd()).isNull();
        assertThat(figures.results()).isNotEmpty().allSatisfy(result -> {
            assertThat(result.speed().sentencesPerSecond()).isPositive();
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
                .extracting(result -> result.use().beam())
                .contains(4)
                .doesNotContain(6);
    }
}
