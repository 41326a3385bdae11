package io.lingoduct.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateTest {

    private final LearningRate rate = new LearningRate(0.1, 10, 110);

    @Test
    void shouldRiseToThePeakDuringWarmUp() {
        assertThat(rate.at(1)).isEqualTo(0.01, within(1e-12));
        assertThat(rate.at(10)).isEqualTo(0.1, within(1e-12));
    }

    @Test
    void shouldFallToATwentiethAtTheEnd() {
        assertThat(rate.at(60)).isEqualTo(0.0525, within(1e-12));
        assertThat(rate.at(110)).isEqualTo(0.005, within(1e-12));
    }

    @Test
    void shouldStayThereWhenTheRunTakesMoreUpdatesThanForeseen() {
        assertThat(rate.at(500)).isEqualTo(0.005, within(1e-12));
    }

    @Test
    void shouldStartAtThePeakWithoutWarmUp() {
        assertThat(new LearningRate(0.1, 0, 100).at(1)).isGreaterThan(0.099);
    }
}
