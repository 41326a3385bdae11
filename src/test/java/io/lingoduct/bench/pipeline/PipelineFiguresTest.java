package io.lingoduct.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lingoduct.bench.pipeline.PipelineFigures.Latency;
import io.lingoduct.bench.pipeline.PipelineFigures.Throughput;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PipelineFiguresTest {

    private static final Setup SETUP = Setup.plain(Setup.AT_LEAST_ONCE, 4);

    @Test
    void shouldCountMessagesPerSecond() {
        assertThat(PipelineFigures.perSecond(300, 1_500_000_000L)).isEqualTo(200, within(1e-9));
    }

    @Test
    void shouldCompareWithTheBareEngine() {
        var throughput = Throughput.of(SETUP, 600, 800);

        assertThat(throughput.messagesPerSecond()).isEqualTo(600);
        assertThat(throughput.ratioToBare()).isEqualTo(0.75);
    }

    @Test
    void shouldTakePercentilesOfLatenciesInAnyOrder() {
        var nanos =
                LongStream.rangeClosed(1, 200).map(i -> (201 - i) * 1_000_000).toArray();

        var latency = Latency.of(SETUP, 0.8, 640, nanos);

        assertThat(latency.messages()).isEqualTo(200);
        assertThat(latency.p50Millis()).isEqualTo(100, within(1e-9));
        assertThat(latency.p99Millis()).isEqualTo(198, within(1e-9));
        assertThat(latency.maxMillis()).isEqualTo(200, within(1e-9));
    }

    @Test
    void shouldLeaveTheGivenLatenciesAsTheyAre() {
        long[] nanos = {3, 1, 2};
        Latency.of(SETUP, 0.2, 1, nanos);

        assertThat(nanos).containsExactly(3, 1, 2);
    }
}
