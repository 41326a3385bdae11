package io.lingoduct.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ThinningTest {

    private static Series series(double... y) {
        return new Series("s", IntStream.range(0, y.length).asDoubleStream().toArray(), y);
    }

    @Test
    void shouldLeaveAShortLineAlone() {
        var line = series(3, 1, 2);

        assertThat(Thinning.thin(line, 3)).isSameAs(line);
    }

    @Property
    void shouldKeepTheEndsAndTheExtremes(
            @ForAll @Size(min = 30, max = 400) List<@DoubleRange(min = -9, max = 9) Double> values,
            @ForAll @IntRange(min = 5, max = 29) int most) {
        var y = values.stream().mapToDouble(Double::doubleValue).toArray();

        var thin = Thinning.thin(series(y), most);

        assertThat(thin.size()).isLessThanOrEqualTo(most);
        assertThat(thin.x()).startsWith(0).endsWith(y.length - 1).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.stream(thin.y()).max()).isEqualTo(Arrays.stream(y).max());
        assertThat(Arrays.stream(thin.y()).min()).isEqualTo(Arrays.stream(y).min());
        for (int i = 0; i < thin.size(); i++) {
            assertThat(thin.y()[i]).isEqualTo(y[(int) thin.x()[i]]);
        }
    }

    @Test
    void shouldKeepASinglePeakAndASingleGapAmongManyPoints() {
        var y = new double[10_000];
        y[1234] = 50;
        y[5678] = Double.NaN;

        var thin = Thinning.thin(series(y), 500);

        assertThat(thin.size()).isLessThanOrEqualTo(500);
        assertThat(thin.y()).contains(50);
        assertThat(Arrays.stream(thin.y()).filter(Double::isNaN).count()).isEqualTo(1);
    }

    @Test
    void shouldTurnWhatALogAxisCannotShowIntoGaps() {
        var line =
                new Series("s", new double[] {0, 1, 2, Double.NaN}, new double[] {1, -1, Double.POSITIVE_INFINITY, 4});

        var drawable = line.drawable(false, true);

        assertThat(drawable.x()).containsExactly(0, 1, 2);
        assertThat(drawable.y()).containsExactly(1, Double.NaN, Double.NaN);
        assertThat(line.drawable(true, false).x()).containsExactly(1, 2);
    }
}
