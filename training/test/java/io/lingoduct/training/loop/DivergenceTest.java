package io.lingoduct.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.training.loop.settings.TrainingConfig;
import io.lingoduct.training.loop.settings.TrainingConfig.Divergence;
import io.lingoduct.training.loop.settings.TrainingConfig.Shape;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.report.RunEvent;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DivergenceTest {

    @TempDir
    Path folder;

    private final TestRun.Settings settings = new TestRun.Settings();

    /** Spoils the weights as often as told, after update 10. */
    private static final class Spoiler extends Recorder {

        private final Seq2Seq network;
        private final double value;
        private int left;

        Spoiler(Seq2Seq network, double value, int times) {
            this.network = network;
            this.value = value;
            this.left = times;
        }

        @Override
        void updated(RunEvent.Updates event) {
            super.updated(event);
            if (event.update() == 10 && left-- > 0) {
                try (var noGradient = new NoGradGuard()) {
                    network.weights().get("output_bias").select(0, 7).fill_(new Scalar(value));
                }
            }
        }
    }

    @Test
    void shouldGoBackToTheLastCheckpointWithHalfTheRateWhenTheLossIsNotFinite() throws IOException {
        settings.schedule = TestRun.schedule(Shape.CONSTANT, 0.01);
        var network = TestRun.network();
        var spoiler = new Spoiler(network, Double.NaN, 1);

        var outcome = TestRun.trainer(network, settings, folder, spoiler).train(TestRun::smallness);

        assertThat(spoiler.resumes).containsExactly(7L);
        assertThat(spoiler.notes)
                .containsExactly(new RunEvent.Note(
                        7, "update 11: loss or gradient is not finite; went back with 0.500 of the rate"));
        assertThat(outcome.epochs()).isEqualTo(settings.epochs);
        assertThat(spoiler.curve.get(15L).learningRate()).isEqualTo(0.005);
        assertThat(TestRun.weights(network).get("output_bias")).doesNotContain(Float.NaN);
    }

    @Test
    void shouldKeepTheHalvedRateWhenStoppedAfterwards() throws IOException {
        settings.schedule = TestRun.schedule(Shape.CONSTANT, 0.01);
        var network = TestRun.network();
        var spoiler = new Spoiler(network, Double.NaN, 1);
        var stopped = TestRun.trainer(network, settings, folder, spoiler);
        stopped.train(TestRun::smallness, () -> !spoiler.resumes.isEmpty());

        var resumed = new Recorder();
        TestRun.trainer(TestRun.network(), settings, folder, resumed).train(TestRun::smallness);

        assertThat(resumed.curve.get(15L).learningRate()).isEqualTo(0.005);
    }

    @Test
    void shouldGiveUpWhenGoingBackDoesNotHelp() {
        var network = TestRun.network();
        var spoiler = new Spoiler(network, Double.NaN, 100);
        var trainer = TestRun.trainer(network, settings, folder, spoiler);

        assertThatThrownBy(() -> trainer.train(TestRun::smallness))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("training diverges: at update 11")
                .hasMessageContaining("after going back 2 times")
                .hasMessageContaining("training.learning-rate");
        assertThat(spoiler.resumes).hasSize(2);
    }

    @Test
    void shouldGoBackToBeforeTheWindowInWhichTheLossJumped() throws IOException {
        settings.epochs = 14;
        settings.divergence = new Divergence(1.5, 2);
        settings.running = new TrainingConfig.Running(1, "cpu", 30, 10);
        var network = TestRun.network();
        // Spoilt right after the first full window, so that the second one is high throughout.
        var spoiler = new Recorder() {
            private boolean done;

            @Override
            void updated(RunEvent.Updates event) {
                super.updated(event);
                if (event.update() == 110 && !done) {
                    done = true;
                    try (var noGradient = new NoGradGuard()) {
                        network.weights().get("output_bias").select(0, 7).fill_(new Scalar(500.0));
                    }
                }
            }
        };

        TestRun.trainer(network, settings, folder, spoiler).train(TestRun::smallness);

        assertThat(spoiler.notes).singleElement().satisfies(note -> {
            assertThat(note.text()).startsWith("update 200: the loss has jumped; went back");
            assertThat(note.update()).isLessThanOrEqualTo(100);
            assertThat(spoiler.resumes).containsExactly(note.update());
        });
    }
}
