package io.lingoduct.streams.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.streams.status.RouteProgress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Nobody listens at the port: what is polled is nothing, and how long that takes is what matters. */
class BoundedConsumerTest {

    private static final TopicPartition PARTITION = new TopicPartition("in", 0);
    private static final Duration WAIT = Duration.ofMillis(300);

    private final RouteProgress progress = new RouteProgress(Clock.systemUTC());

    @Test
    void shouldWaitAsAskedWhereItsThreadHoldsEnoughAndDoesNothingWithIt() {
        try (var consumer = new BoundedConsumer(Map.of("bootstrap.servers", "127.0.0.1:1"), progress, 10)) {
            consumer.assign(List.of(PARTITION));
            progress.held().polled(PARTITION, 0, 100);
            consumer.poll(WAIT);

            long begin = System.nanoTime();
            assertThat(consumer.poll(WAIT)).isEmpty();
            assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(WAIT.toNanos());
            assertThat(consumer.paused()).isEmpty();
        }
    }
}
