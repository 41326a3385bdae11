package io.lingoduct.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lingoduct.front.quality.Feature;
import io.lingoduct.front.quality.QualityModel;
import io.lingoduct.front.quality.SegmentFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void shouldCountPairsInTheRightOrder() {
        var calibration = Calibration.of(List.of(0.9, 0.4, 0.6, 0.1), List.of(true, true, false, false));

        assertThat(calibration.auc()).isEqualTo(0.75);
        assertThat(calibration.brier()).isCloseTo((0.01 + 0.36 + 0.36 + 0.01) / 4, within(1e-12));
        assertThat(calibration.usable()).isEqualTo(0.5);
    }

    @Test
    void shouldCallEqualEstimatesATie() {
        assertThat(Calibration.of(List.of(0.5, 0.5, 0.5), List.of(true, false, true))
                        .auc())
                .isEqualTo(0.5);
        assertThat(Calibration.of(List.of(0.5, 0.6), List.of(true, true)).auc()).isNaN();
    }

    @Test
    void shouldPutTranslationsOfAboutTheSameEstimateTogether() {
        var estimates = new ArrayList<Double>();
        var outcomes = new ArrayList<Boolean>();
        for (int i = 0; i < 100; i++) {
            estimates.add((99 - i) / 100.0);
            outcomes.add(i < 50);
        }

        var bins = Calibration.of(estimates, outcomes).bins();

        assertThat(bins).hasSize(10);
        assertThat(bins.get(0)).isEqualTo(new Calibration.Bin(10, bins.get(0).estimate(), 0));
        assertThat(bins.get(0).estimate()).isCloseTo(0.045, within(1e-9));
        assertThat(bins.get(9).usable()).isEqualTo(1);
    }

    @Test
    void shouldLearnThatTheScoreTells() {
        var random = new Random(1);
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < 2000; i++) {
            float score = (float) -random.nextDouble();
            var facts = new SegmentFacts("a b c", "d e f", score, Set.of(), 0);
            samples.add(new Sample(i, "plain", facts, random.nextDouble() < 1 + score));
        }

        var calibration = QualityCalibration.of(samples, 3, QualityModel.USUAL);

        assertThat(calibration.validated().auc()).isGreaterThan(0.75);
        assertThat(calibration.left()).isEqualTo(3);
        assertThat(estimate(calibration, -0.1f)).isCloseTo(0.9, within(0.06));
        assertThat(estimate(calibration, -0.9f)).isCloseTo(0.1, within(0.06));
        assertThat(calibration.fitted().weights().get(Feature.FINDINGS)).isNegative();
        assertThat(CalibrationReport.text(calibration)).contains("2,000 translations", "left out 3", "score");
        assertThat(CalibrationReport.chart(calibration).html()).contains("<svg");
    }

    private static double estimate(QualityCalibration calibration, float score) {
        return calibration.fitted().estimate(new SegmentFacts("a b c", "d e f", score, Set.of(), 0));
    }

    @Test
    void shouldRefuseAHandfulOfSentences() {
        assertThatThrownBy(() -> QualityCalibration.of(List.of(), 2, QualityModel.USUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only 0 sentences");
    }
}
