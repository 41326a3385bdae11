package io.lingoduct.training.loop.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void shouldForeseeTheEndFromTheSpeedSoFar() {
        assertThat(new Pace(0, 0).secondsLeft(at(25, 50))).isEqualTo(150);
    }

    @Test
    void shouldGoByTheSpeedSinceTheRunWasResumed() {
        // 20 updates in 40 seconds on this machine; the 400 seconds before were spent on a slower one.
        assertThat(new Pace(400, 40).secondsLeft(at(60, 440))).isEqualTo(80);
    }

    @Test
    void shouldSayNothingIsLeftWhenThereAreMoreUpdatesThanPlanned() {
        assertThat(new Pace(0, 0).secondsLeft(at(101, 50))).isZero();
    }

    private static Progress.Position at(long updates, double seconds) {
        return new Progress.Position(1, 1, updates, 100, seconds);
    }
}
