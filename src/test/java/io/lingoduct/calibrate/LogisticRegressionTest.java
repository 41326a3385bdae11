package io.lingoduct.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    /** With one feature of two values the likeliest weights are the log-odds of either group. */
    @Test
    void shouldFindTheLogOddsOfTwoGroups() {
        var features = new ArrayList<double[]>();
        var outcomes = new ArrayList<Boolean>();
        for (int i = 0; i < 40; i++) {
            features.add(new double[] {i < 20 ? 0 : 1});
            outcomes.add(i < 20 ? i < 5 : i < 36);
        }

        var weights = LogisticRegression.fit(features, outcomes, 0);

        assertThat(weights[0]).isCloseTo(Math.log(5.0 / 15), within(1e-6));
        assertThat(weights[0] + weights[1]).isCloseTo(Math.log(16.0 / 4), within(1e-6));
        assertThat(LogisticRegression.probability(weights, new double[] {1})).isCloseTo(0.8, within(1e-6));
    }

    @Test
    void shouldFindTheWeightsThatOutcomesWereDrawnWith() {
        var random = new Random(3);
        var drawn = new double[] {-0.5, 2, -1};
        var features = new ArrayList<double[]>();
        var outcomes = new ArrayList<Boolean>();
        for (int i = 0; i < 20_000; i++) {
            var row = new double[] {random.nextGaussian(), 3 + random.nextGaussian()};
            features.add(row);
            outcomes.add(random.nextDouble() < LogisticRegression.probability(drawn, row));
        }

        assertThat(LogisticRegression.fit(features, outcomes, 1)).containsExactly(drawn, within(0.2));
    }

    @Test
    void shouldStayFiniteWhereAFeatureSaysItAllOrNothing() {
        var features = List.of(new double[] {0, 7}, new double[] {1, 7}, new double[] {0, 7}, new double[] {1, 7});

        var telling = LogisticRegression.fit(features, List.of(false, true, false, true), 1);
        var same = LogisticRegression.fit(features, List.of(true, true, true, true), 1);

        assertThat(telling[1]).isBetween(0.5, 10.0);
        assertThat(telling[2]).isZero();
        assertThat(LogisticRegression.probability(same, features.get(0))).isBetween(0.9, 1.0);
    }
}
