package io.lingoduct.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.training.loop.settings.DevMetric;
import io.lingoduct.training.loop.settings.TrainingConfig;
import io.lingoduct.training.loop.settings.TrainingConfig.Average;
import io.lingoduct.training.loop.settings.TrainingConfig.Averaging;
import io.lingoduct.training.loop.settings.TrainingConfig.Selection;
import io.lingoduct.training.loop.settings.TrainingConfig.Shape;
import io.lingoduct.training.report.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResumeTest {

    private static final long KILLED_AT = 25;
    private static final long LAST_CHECKPOINT = 21;

    @TempDir
    Path folder;

    private final TestRun.Settings settings = new TestRun.Settings();
    private final Recorder straight = new Recorder();
    private final Recorder resumed = new Recorder();

    /** Ends the run as a killed process would: no checkpoint is written. */
    private static final class Killer extends Recorder {

        @Override
        void updated(RunEvent.Updates event) {
            super.updated(event);
            if (event.update() == KILLED_AT) {
                throw new IllegalStateException("killed on purpose");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void shouldEndWithTheSameWeightsAndCurveWhenKilledWithinAnEpoch(Shape shape) throws IOException {
        settings.schedule = TestRun.schedule(shape, 0.01);
        settings.averaging = new Averaging(Average.EMA, 0.9);
        settings.selection = new Selection(9, DevMetric.BLEU, 2);
        settings.running = new TrainingConfig.Running(2, "cpu", 7, 5);

        assertSameWhenKilled();
        assertThat(resumed.resumes).containsExactly(LAST_CHECKPOINT);
    }

    @Test
    void shouldEndWithTheSameWeightsWhenTheMeanOfCheckpointsIsTaken() throws IOException {
        settings.averaging = new Averaging(Average.CHECKPOINTS, 0.9);

        assertSameWhenKilled();
    }

    private void assertSameWhenKilled() throws IOException {
        var expected = TestRun.network();
        var outcome = TestRun.trainer(expected, settings, folder.resolve("straight"), straight)
                .train(TestRun::smallness);

        var killer = new Killer();
        var killed = TestRun.trainer(TestRun.network(), settings, folder.resolve("killed"), killer);
        assertThatThrownBy(() -> killed.train(TestRun::smallness)).hasMessage("killed on purpose");
        var network = TestRun.network();
        var outcomeAfterwards = TestRun.trainer(network, settings, folder.resolve("killed"), resumed)
                .train(TestRun::smallness);

        killer.curve.putAll(resumed.curve);
        assertThat(killer.curve).isEqualTo(straight.curve).hasSizeGreaterThan(8);
        assertThat(TestRun.weights(network)).usingRecursiveComparison().isEqualTo(TestRun.weights(expected));
        assertThat(outcomeAfterwards)
                .usingRecursiveComparison()
                .ignoringFields("seconds")
                .isEqualTo(outcome);
    }

    @Test
    void shouldStopAtOnceAndGoOnFromThereWhenAsked() throws IOException {
        var expected = TestRun.network();
        TestRun.trainer(expected, settings, folder.resolve("straight"), straight)
                .train(TestRun::smallness);

        var asked = new int[1];
        var stopped = TestRun.trainer(TestRun.network(), settings, folder.resolve("stopped"), new Recorder())
                .train(TestRun::smallness, () -> ++asked[0] > 17);
        var network = TestRun.network();
        TestRun.trainer(network, settings, folder.resolve("stopped"), resumed).train(TestRun::smallness);

        assertThat(stopped.finished()).isFalse();
        assertThat(resumed.resumes).containsExactly(17L);
        assertThat(TestRun.weights(network)).usingRecursiveComparison().isEqualTo(TestRun.weights(expected));
    }

    @Test
    void shouldNotMindACheckpointThatWasDeletedInPart() throws IOException {
        var asked = new int[1];
        TestRun.trainer(TestRun.network(), settings, folder, straight).train(TestRun::smallness, () -> ++asked[0] > 17);
        var leftover = Files.createDirectories(folder.resolve("update-99.deleted"));
        Files.writeString(leftover.resolve("weights.pt"), "");

        TestRun.trainer(TestRun.network(), settings, folder, resumed).train(TestRun::smallness);

        assertThat(resumed.resumes).containsExactly(17L);
        assertThat(leftover).doesNotExist();
    }

    @Test
    void shouldFindTheSameWeightsAgainWhenTheRunIsOver() throws IOException {
        var first = TestRun.network();
        TestRun.trainer(first, settings, folder, straight).train(TestRun::smallness);
        var again = TestRun.network();

        TestRun.trainer(again, settings, folder, resumed).train(TestRun::smallness);

        assertThat(resumed.curve).isEmpty();
        assertThat(TestRun.weights(again)).usingRecursiveComparison().isEqualTo(TestRun.weights(first));
    }
}
