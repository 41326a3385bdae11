package io.lingoduct.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.bench.pipeline.PipelineFigures.Bare;
import io.lingoduct.bench.pipeline.PipelineFigures.Latency;
import io.lingoduct.bench.pipeline.PipelineFigures.Throughput;
import io.lingoduct.chart.BarChart;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineReportTest {

    private static final Setup PLAIN = Setup.plain(Setup.EXACTLY_ONCE, 4);

    private final PipelineFigures figures = new PipelineFigures(
            new PipelineFigures.Run("en-de", 2, 12_000, 46.7, 3, false),
            new Bare(1000, 4.25),
            List.of(
                    Throughput.of(PLAIN, 800, 1000),
                    Throughput.of(new Setup(Setup.EXACTLY_ONCE, 4, 1, 2, 1), 500, 1000)),
            List.of(Latency.of(PLAIN, 0.2, 160, new long[] {20_000_000, 30_000_000, 40_000_000})));

    @Test
    void shouldPutAllFiguresIntoTables() {
        assertThat(PipelineReport.text(figures).lines())
                .contains("en-de: 12,000 messages of 47 characters, 2 processors, 3 rounds")
                .contains("Bare engine: 1,000.0 messages/s; a message alone 4.3 ms")
                .contains("exactly-once            4        2          1      all       800.0      80%")
                .contains("exactly-once            4        1          2        1       500.0      50%")
                .contains("exactly-once      20%       160.0         3      30.0      40.0      40.0");
    }

    @Test
    void shouldGiveTheSameFiguresAsJson() throws IOException {
        var json = new ObjectMapper().readTree(PipelineReport.json(figures));

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "model",
                        "processors",
                        "messages",
                        "characters_per_message",
                        "rounds",
                        "stopped",
                        "bare",
                        "throughputs",
                        "latencies");
        assertThat(json.at("/bare/messages_per_second").asDouble()).isEqualTo(1000);
        assertThat(json.at("/throughputs/0/ratio_to_bare").asDouble()).isEqualTo(0.8);
        assertThat(json.at("/throughputs/1/setup/instances").asInt()).isEqualTo(2);
        assertThat(json.at("/throughputs/0/setup/engine_threads").isNull()).isTrue();
        assertThat(json.at("/latencies/0/p99_millis").asDouble()).isEqualTo(40);
    }

    @Test
    void shouldDrawABarForTheBareEngineAndForEachSetup() {
        var chart = (BarChart) PipelineReport.chart(figures);

        assertThat(chart.categories()).containsExactly("bare engine", "4p 2t ×1", "4p 1t ×2 e1");
        assertThat(chart.groups().get(0).values()).containsExactly(1000.0, 800.0, 500.0);
    }
}
