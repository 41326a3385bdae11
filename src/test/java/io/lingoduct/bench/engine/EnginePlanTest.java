package io.lingoduct.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.bench.engine.EngineFigures.Use;
import io.lingoduct.bench.peak.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnginePlanTest {

    @Test
    void shouldTakeAFileOfOrdinarySizeWhole() {
        assertThat(EnginePlan.some(List.of("a", "", " ", "b"))).containsExactly("a", "b");
    }

    @Test
    void shouldTakeLinesFromAllOverALongFile() {
        var lines = IntStream.range(0, 10_000).mapToObj(Integer::toString).toList();

        assertThat(EnginePlan.some(lines))
                .hasSize(2_000)
                .startsWith("0", "5", "10")
                .endsWith("9995");
    }

    @Test
    void shouldGiveSlowVariantsLessToDo() {
        var plan = new EnginePlan(Path.of("x"), List.of(), 1, false);

        assertThat(plan.stride(variant(1, 1))).isEqualTo(8);
        assertThat(plan.stride(variant(4, 64))).isEqualTo(4);
        assertThat(plan.stride(variant(1, 64))).isEqualTo(1);
    }

    @Test
    void shouldGiveAllTheSameIfAskedTo() {
        assertThat(new EnginePlan(Path.of("x"), List.of(), 1, true).stride(variant(6, 1)))
                .isEqualTo(1);
    }

    private static Variant variant(int beam, int batch) {
        return new Variant("fp32", new Use(beam, batch, 1), Precision.FLOAT32, any -> 100, any -> List.of());
    }
}
