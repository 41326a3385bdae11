package io.lingoduct.training.loop.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lingoduct.training.loop.settings.DevMetric;
import io.lingoduct.training.loop.settings.TrainingConfig.Schedule;
import io.lingoduct.training.loop.settings.TrainingConfig.Shape;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LearningRateTest {

    private static final Offset<Double> EXACTLY = within(1e-12);

    private final LearningRate linear = rate(Shape.LINEAR, 10);

    @ParameterizedTest
    @EnumSource(Shape.class)
    void shouldRiseToThePeakDuringWarmUp(Shape shape) {
        var rate = rate(shape, 10);

        assertThat(rate.at(1)).isEqualTo(0.01, EXACTLY);
        assertThat(rate.at(10)).isEqualTo(0.1, EXACTLY);
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void shouldStartNearThePeakWithoutWarmUp(Shape shape) {
        assertThat(rate(shape, 0).at(1)).isBetween(0.099, 0.1);
    }

    @Test
    void shouldFallToATwentiethAtTheEndWhenLinear() {
        assertThat(linear.at(60)).isEqualTo(0.0525, EXACTLY);
        assertThat(linear.at(110)).isEqualTo(0.005, EXACTLY);
    }

    @Test
    void shouldStayThereWhenTheRunTakesMoreUpdatesThanForeseen() {
        assertThat(linear.at(500)).isEqualTo(0.005, EXACTLY);
    }

    @Test
    void shouldHalveWithFourTimesTheUpdatesWhenInverseSquareRoot() {
        var rate = rate(Shape.INVERSE_SQUARE_ROOT, 10);

        assertThat(rate.at(40)).isEqualTo(0.05, EXACTLY);
        assertThat(rate.at(160)).isEqualTo(0.025, EXACTLY);
    }

    @ParameterizedTest
    @EnumSource(
            value = Shape.class,
            names = {"CONSTANT", "PLATEAU"})
    void shouldStayAtThePeakWhenOnlyTheDevSetMayLowerIt(Shape shape) {
        assertThat(rate(shape, 10).at(100_000)).isEqualTo(0.1, EXACTLY);
    }

    private static LearningRate rate(Shape shape, int warmup) {
        return new LearningRate(new Schedule(shape, 0.1, warmup, DevMetric.PERPLEXITY, 1, 0.5), 110);
    }
}
