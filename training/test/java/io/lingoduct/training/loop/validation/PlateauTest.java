package io.lingoduct.training.loop.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.loop.TestRun;
import io.lingoduct.training.loop.settings.DevMetric;
import io.lingoduct.training.loop.settings.TrainingConfig.Schedule;
import io.lingoduct.training.loop.settings.TrainingConfig.Shape;
import org.junit.jupiter.api.Test;

class PlateauTest {

    private final Schedule schedule = new Schedule(Shape.PLATEAU, 0.1, 0, DevMetric.PERPLEXITY, 2, 0.5);

    @Test
    void shouldKeepTheRateWhilePerplexityFalls() {
        assertThat(after(9, 8, 8.5, 7).factor(schedule)).isEqualTo(1);
    }

    @Test
    void shouldLowerTheRateWheneverPatienceEnds() {
        assertThat(after(9, 9, 10).factor(schedule)).isEqualTo(0.5);
        assertThat(after(9, 9, 10, 11, 12).factor(schedule)).isEqualTo(0.25);
    }

    @Test
    void shouldTakeNoProgressForAPerplexityThatIsNotANumber() {
        assertThat(after(9, Double.NaN, Double.POSITIVE_INFINITY).factor(schedule))
                .isEqualTo(0.5);
    }

    @Test
    void shouldLeaveOtherSchedulesAlone() {
        assertThat(after(9, 9, 9).factor(TestRun.schedule(Shape.LINEAR, 0.1))).isEqualTo(1);
    }

    private Plateau after(double... perplexities) {
        var plateau = Plateau.START;
        for (double perplexity : perplexities) {
            plateau = plateau.after(TestRun.scores(perplexity, 1), schedule);
        }
        return plateau;
    }
}
