package io.lingoduct.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Watch;
import io.lingoduct.bench.pipeline.PipelineBenchmark;
import io.lingoduct.bench.pipeline.PipelinePlan;
import io.lingoduct.bench.pipeline.PipelineReport;
import io.lingoduct.model.TestBundles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark of the pipeline, whole, with a tiny model and few messages. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class BenchPipelineIT {

    private static final int MESSAGES = 60;

    @TempDir
    private Path folder;

    @Test
    void shouldMeasureThroughputLatencyAndScaling() throws Exception {
        var figures = new PipelineBenchmark(plan(), new Watch(line -> {}, () -> false)).run();

        assertThat(figures.run().stopped()).isFalse();
        assertThat(figures.run().messages()).isEqualTo(MESSAGES);
        assertThat(figures.bare().messagesPerSecond()).isPositive();
        assertThat(figures.throughputs()).hasSize(4).allSatisfy(result -> {
            assertThat(result.messagesPerSecond()).isPositive();
            assertThat(result.ratioToBare()).isPositive();
        });
        assertThat(figures.latencies()).hasSize(4).allSatisfy(result -> {
            assertThat(result.p50Millis()).isPositive().isLessThanOrEqualTo(result.p99Millis());
            assertThat(result.messages()).isGreaterThanOrEqualTo(20);
        });
        System.out.println(PipelineReport.text(figures));
    }

    @Test
    void shouldEndItsProcessesWhenItIsStopped() {
        var said = new AtomicReference<>("");
        var watch = new Watch(said::set, () -> said.get().contains("starting instance"));

        assertThatThrownBy(() -> new PipelineBenchmark(plan(), watch).run()).isInstanceOf(BenchmarkStopped.class);

        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    private PipelinePlan plan() {
        return new PipelinePlan(
                TestBundles.greedy().write(folder.resolve("model")),
                List.of("one text", "another text"),
                MESSAGES,
                Duration.ofMillis(300),
                1,
                List.of(1),
                BenchInstance.class);
    }
}
