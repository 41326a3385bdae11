package io.lingoduct.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.bench.engine.EngineFigures.EndToEnd;
import io.lingoduct.bench.engine.EngineFigures.Latency;
import io.lingoduct.bench.engine.EngineFigures.Load;
import io.lingoduct.bench.engine.EngineFigures.Ratios;
import io.lingoduct.bench.engine.EngineFigures.Result;
import io.lingoduct.bench.engine.EngineFigures.Speed;
import io.lingoduct.bench.engine.EngineFigures.Use;
import io.lingoduct.bench.peak.Peaks;
import io.lingoduct.chart.BarChart;
import io.lingoduct.chart.BarChart.Bars;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineJsonTest {

    private static final Result NAIVE = new Result(
            "naive", new Use(1, 1, 1), 32, new Speed(70.5, 800.0, 71.0), new Ratios(1.0, 1.0, 1.1), 0.08, 1.0);
    private static final Result BEAM = new Result(
            "fp32", new Use(4, 64, 2), 64, new Speed(130.0, 1500.0, 66.0), new Ratios(1.84, 0.93, 1.0), null, null);

    @Test
    void shouldNameWhatScriptsReadAsAgreed() throws IOException {
        var root = new ObjectMapper().readTree(EngineJson.of(figures(List.of(NAIVE, BEAM))));

        assertThat(root.at("/machine/f32_gflops").asDouble()).isEqualTo(100.5);
        assertThat(root.at("/machine/int8_gops").asDouble()).isEqualTo(800);
        var first = root.at("/results/0");
        assertThat(first.get("variant").asText()).isEqualTo("naive");
        assertThat(first.get("beam").asInt()).isEqualTo(1);
        assertThat(first.get("batch").asInt()).isEqualTo(1);
        assertThat(first.get("threads").asInt()).isEqualTo(1);
        assertThat(first.get("sentences_per_second").asDouble()).isEqualTo(70.5);
        assertThat(first.get("source_tokens_per_second").asDouble()).isEqualTo(800);
        assertThat(first.get("sentences_per_cpu_second").asDouble()).isEqualTo(71);
        assertThat(first.get("cpu_ratio_to_naive").asDouble()).isEqualTo(1);
        assertThat(first.get("cpu_ratio_to_fp32").asDouble()).isEqualTo(1.1);
        assertThat(first.get("equal_to_fp32").asDouble()).isEqualTo(1);
        assertThat(first.get("ratio_to_naive").asDouble()).isEqualTo(1);
        assertThat(first.get("share_of_peak").asDouble()).isEqualTo(0.08);
        assertThat(root.at("/results/1/share_of_peak").isNull()).isTrue();
        assertThat(root.at("/latency/0/p99_millis").asDouble()).isEqualTo(33);
        assertThat(root.at("/end_to_end/outside_run").asDouble()).isEqualTo(0.02);
    }

    @Test
    void shouldTellInATableWhatWasMeasured() {
        var report = EngineReport.of(figures(List.of(NAIVE, BEAM)));

        assertThat(report)
                .contains("medians of 3 rounds", "int8 800.0 GOP/s", "1.84 x", "outside run 2.0%", "A note.")
                .contains("fp32 takes 0.50 of naive's median");
    }

    @Test
    void shouldDrawTheVariantsSideBySideForEachUse() {
        var chart = (BarChart) EngineChart.of(figures(List.of(NAIVE, BEAM)));

        assertThat(chart.categories()).containsExactly("1", "64, beam 4, ×2");
        assertThat(chart.groups())
                .containsExactly(
                        new Bars("naive", List.of(70.5, Double.NaN)), new Bars("fp32", List.of(Double.NaN, 130.0)));
    }

    @Test
    void shouldCompareThreads() {
        var alone = new Result(
                "fp32", new Use(4, 64, 1), 64, new Speed(65.0, 750.0, 66.0), new Ratios(0.92, 0.93, 1.0), null, null);

        assertThat(EngineReport.of(figures(List.of(NAIVE, alone, BEAM))))
                .contains("2 threads : 1 thread, fp32, batch 64, beam 4: 2.00 times the sentences/s");
    }

    private static EngineFigures figures(List<Result> results) {
        return new EngineFigures(
                new EngineFigures.Run("test", 256, 11.5, 3, false),
                new Peaks(100.5, 800),
                results,
                List.of(new Latency("naive", 14, 33), new Latency("fp32", 7, 20)),
                new EndToEnd("fp32", 64, 290, 0.02, 0.015, 0.005, 2000),
                new Load(0.9, null),
                List.of("A note."));
    }
}
