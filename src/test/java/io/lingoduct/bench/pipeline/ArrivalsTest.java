package io.lingoduct.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private final Arrivals.Expected expected = new Arrivals.Expected(100, 3);

    @Test
    void shouldKeepTheFirstTimeOfEachMessage() throws InterruptedException {
        expected.arrived(101, 7);
        expected.arrived(101, 70);
        assertThat(expected.missing()).isEqualTo(2);
        expected.arrived(102, 9);
        expected.arrived(100, 8);

        assertThat(expected.await(Duration.ZERO)).isTrue();
        assertThat(expected.nanosOf(1)).isEqualTo(7);
        assertThat(expected.lastNanos()).isEqualTo(9);
    }

    @Test
    void shouldLookPastMessagesOfAnEarlierMeasurement() {
        expected.arrived(99, 1);
        expected.arrived(103, 1);

        assertThat(expected.missing()).isEqualTo(3);
    }
}
