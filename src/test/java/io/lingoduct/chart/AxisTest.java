package io.lingoduct.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.chart.Axis.Tick;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AxisTest {

    @Test
    void shouldLabelRoundNumbers() {
        assertThat(Axis.linear(10, 12_000, 7, true, false).ticks())
                .extracting(Tick::label)
                .containsExactly("0", "2,000", "4,000", "6,000", "8,000", "10,000", "12,000");
    }

    @Test
    void shouldLabelSmallNumbersReadably() {
        assertThat(Axis.linear(1.25e-5, 1e-3, 6, false, true).ticks())
                .extracting(Tick::label)
                .containsExactly("0.0000", "0.0002", "0.0004", "0.0006", "0.0008", "0.0010");
        assertThat(Axis.linear(0, 4e-6, 6, false, true).ticks())
                .extracting(Tick::label)
                .containsExactly("0", "1e-6", "2e-6", "3e-6", "4e-6");
    }

    @Test
    void shouldLabelWholeEpochsOnly() {
        assertThat(Axis.linear(1, 3, 7, true, false).ticks())
                .extracting(Tick::label)
                .containsExactly("1", "2", "3");
    }

    @Test
    void shouldLabelPowersOfTenOnAWideLogAxisAndStepsOnANarrowOne() {
        assertThat(Axis.logarithmic(1e-4, 1, 6).ticks())
                .extracting(Tick::label)
                .containsExactly("1e-4", "0.001", "0.01", "0.1", "1");
        assertThat(Axis.logarithmic(5, 7, 6).ticks())
                .extracting(Tick::label)
                .containsExactly("5.0", "5.5", "6.0", "6.5", "7.0");
    }

    @Property
    void shouldHoldItsRangeWithSeveralTicksInside(
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double a,
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double b) {
        var axis = Axis.linear(Math.min(a, b), Math.max(a, b), 6, false, true);

        assertThat(axis.share(a)).isBetween(-1e-6, 1 + 1e-6);
        assertThat(axis.share(b)).isBetween(-1e-6, 1 + 1e-6);
        assertThat(axis.ticks()).hasSizeBetween(2, 9);
        assertThat(axis.ticks())
                .allSatisfy(t -> assertThat(axis.share(t.value())).isBetween(-1e-6, 1 + 1e-6));
    }
}
