package io.lingoduct.bench.fidelity.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RocAreaTest {

    @Test
    void shouldBeOneWhereTheUsableOnesHaveTheHigherEstimates() {
        assertThat(RocArea.of(List.of(good(0.9), bad(0.1), good(0.8), bad(0.3))))
                .isEqualTo(1);
        assertThat(RocArea.of(List.of(bad(0.9), good(0.1)))).isZero();
    }

    @Test
    void shouldTakeEqualEstimatesForHalf() {
        assertThat(RocArea.of(List.of(good(0.5), bad(0.5), bad(0.5)))).isEqualTo(0.5);
        assertThat(RocArea.of(List.of(good(0.5), bad(0.5), bad(0.4)))).isEqualTo(0.75);
    }

    @Test
    void shouldBeTheShareOfPairsInTheRightOrder() {
        var random = new Random(1);
        var judgements = new ArrayList<Judgement>();
        for (int i = 0; i < 300; i++) {
            double estimate = random.nextInt(20) / 20.0;
            judgements.add(new Judgement(estimate, random.nextDouble() < estimate));
        }
        double right = 0;
        double pairs = 0;
        for (var usable : judgements) {
            for (var other : judgements) {
                if (usable.usable() && !other.usable()) {
                    pairs++;
                    right += usable.estimate() > other.estimate() ? 1 : usable.estimate() == other.estimate() ? 0.5 : 0;
                }
            }
        }

        assertThat(RocArea.of(judgements)).isCloseTo(right / pairs, within(1e-12));
    }

    @Test
    void shouldBeNoNumberWhereThereIsNothingToTellApart() {
        assertThat(RocArea.of(List.of(good(0.5)))).isNaN();
        assertThat(RocArea.of(List.of())).isNaN();
    }

    @Test
    void shouldHoldEstimatesAgainstShares() {
        var judgements = List.of(good(0.91), good(0.99), good(1), bad(0.95), bad(0.12), bad(0.12));

        var bins = Reliability.bins(judgements);

        assertThat(bins).hasSize(10);
        assertThat(bins.get(9).texts()).isEqualTo(4);
        assertThat(bins.get(9).usable()).isEqualTo(0.75);
        assertThat(bins.get(1).estimate()).isCloseTo(0.12, within(1e-12));
        assertThat(bins.get(5).estimate()).isNaN();
        assertThat(Reliability.gap(judgements)).isCloseTo((4 * (0.9625 - 0.75) + 2 * 0.12) / 6, within(1e-12));
    }

    private static Judgement good(double estimate) {
        return new Judgement(estimate, true);
    }

    private static Judgement bad(double estimate) {
        return new Judgement(estimate, false);
    }
}
