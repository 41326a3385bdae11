package io.lingoduct.training.loop.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.loop.optimizer.UpdateStep;
import org.junit.jupiter.api.Test;

class DivergenceGuardTest {

    private static final double FACTOR = 2;

    @Test
    void shouldNoticeAWindowFarAboveTheBest() {
        assertThat(afterWindows(5, 4, 8.1).jumped()).isTrue();
    }

    @Test
    void shouldBearAWindowThatIsSomewhatHigher() {
        assertThat(afterWindows(5, 4, 7.9).jumped()).isFalse();
    }

    @Test
    void shouldNotJudgeBeforeAWindowIsFull() {
        var guard = afterWindows(5);
        for (int i = 1; i < DivergenceGuard.WINDOW; i++) {
            guard = guard.after(step(1000), FACTOR);
        }
        assertThat(guard.jumped()).isFalse();
        assertThat(guard.after(step(1000), FACTOR).jumped()).isTrue();
    }

    @Test
    void shouldBearJumpsBetweenLossesThatAreNextToNothing() {
        assertThat(afterWindows(0.001, 0.1).jumped()).isFalse();
    }

    @Test
    void shouldHalveTheRateEachTimeTheRunGoesBack() {
        var once = afterWindows(5).wentBackAfter(afterWindows(5, 50));
        var twice = afterWindows(5).wentBackAfter(once);

        assertThat(once.rateFactor()).isEqualTo(0.5);
        assertThat(twice.rateFactor()).isEqualTo(0.25);
    }

    private static DivergenceGuard afterWindows(double... losses) {
        var guard = DivergenceGuard.START;
        for (double loss : losses) {
            for (int i = 0; i < DivergenceGuard.WINDOW; i++) {
                guard = guard.after(step(loss), FACTOR);
            }
        }
        return guard;
    }

    private static UpdateStep.Result step(double meanLoss) {
        return new UpdateStep.Result(meanLoss * 10, 10, 1);
    }
}
