package io.lingoduct.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.training.loop.checkpoint.CheckpointStore;
import io.lingoduct.training.loop.settings.DevMetric;
import io.lingoduct.training.loop.settings.TrainingConfig;
import io.lingoduct.training.loop.settings.TrainingConfig.Average;
import io.lingoduct.training.loop.settings.TrainingConfig.Averaging;
import io.lingoduct.training.loop.settings.TrainingConfig.EarlyStopping;
import io.lingoduct.training.loop.settings.TrainingConfig.Selection;
import io.lingoduct.training.loop.settings.TrainingConfig.Shape;
import io.lingoduct.training.loop.settings.TrainingConfig.Stopping;
import io.lingoduct.training.loop.validation.Validation;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.report.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {

    @TempDir
    Path folder;

    private final TestRun.Settings settings = new TestRun.Settings();
    private final Recorder recorder = new Recorder();
    private final Seq2Seq network = TestRun.network();

    /** Gives the BLEUs of a list in order, and remembers the weights it saw. */
    private static final class Script implements Trainer.Measurement {

        private final double[] bleus;
        final List<Map<String, float[]>> seen = new ArrayList<>();

        Script(double... bleus) {
            this.bleus = bleus;
        }

        @Override
        public Validation.Scores of(Seq2Seq network) {
            seen.add(TestRun.weights(network));
            return TestRun.scores(2, bleus[seen.size() - 1]);
        }
    }

    @Test
    void shouldEndWithTheBestWeights() throws IOException {
        var script = new Script(10, 30, 20);

        var outcome = train(script);

        assertThat(outcome.bestEpoch()).isEqualTo(2);
        assertThat(outcome.bestBleu()).isEqualTo(30);
        assertThat(TestRun.weights(network)).usingRecursiveComparison().isEqualTo(script.seen.get(1));
        assertThat(recorder.validations.values())
                .extracting(RunEvent.EpochEnd::best)
                .containsExactly(true, true, false);
    }

    @Test
    void shouldFreeTheAverageWhenAMeasurementFails() {
        settings.averaging = new Averaging(Average.EMA, 0.9);
        var averaged = new ArrayList<Seq2Seq>();

        assertThatThrownBy(() -> train(network -> {
                    averaged.add(network);
                    throw new IllegalStateException("the dev set is gone");
                }))
                .hasMessage("the dev set is gone");

        assertThat(averaged).hasSize(1).allMatch(each -> each.isNull());
        assertThat(TestRun.weights(network)).isNotEmpty();
    }

    @Test
    void shouldKeepTheBestWeightsAndAFewCheckpointsOnly() throws IOException {
        settings.epochs = 12;

        train(new Script(40, 30, 20, 10, 9, 8, 7, 6, 5, 4, 3, 2));

        assertThat(names(folder.resolve("best"))).hasSize(2);
        assertThat(names(folder)).filteredOn(name -> name.startsWith("update-")).hasSizeBetween(3, 4);
    }

    @Test
    void shouldValidateWithinEpochsWhenTold() throws IOException {
        settings.selection = new Selection(9, DevMetric.BLEU, 1);

        var outcome = train(TestRun::smallness);

        var last = outcome.updates();
        assertThat(recorder.validations.keySet()).contains(9L, 18L, 27L, last).noneMatch(u -> u % 9 != 0 && u != last);
    }

    @Test
    void shouldStopEarlyWhenPatienceEnds() throws IOException {
        settings.epochs = 10;
        settings.stopping = new Stopping(EarlyStopping.BLEU, 2);

        var outcome = train(new Script(10, 30, 20, 29));

        assertThat(outcome.epochs()).isEqualTo(4);
        assertThat(outcome.finished()).isTrue();
        assertThat(outcome.bestEpoch()).isEqualTo(2);
        assertThat(recorder.notes)
                .singleElement()
                .extracting(RunEvent.Note::text)
                .asString()
                .contains("no better for 2 validations");
    }

    @Test
    void shouldLowerTheRateOnAPlateau() throws IOException {
        settings.schedule = TestRun.schedule(Shape.PLATEAU, 0.01);
        settings.running = new TrainingConfig.Running(1, "cpu", 100, 1);

        var outcome = train(new Script(30, 20, 40));

        assertThat(recorder.curve.get(12L).learningRate()).isEqualTo(0.01);
        assertThat(recorder.curve.get(outcome.updates()).learningRate()).isEqualTo(0.005);
    }

    @Test
    void shouldValidateAndExportTheMovingAverage() throws IOException {
        var raw = TestRun.network();
        TestRun.trainer(raw, settings, folder.resolve("raw"), new Recorder()).train(new Script(1, 2, 3));
        settings.averaging = new Averaging(Average.EMA, 0.99);
        var script = new Script(1, 2, 3);

        train(script);

        assertThat(TestRun.weights(network)).usingRecursiveComparison().isEqualTo(script.seen.get(2));
        assertThat(TestRun.weights(network)).usingRecursiveComparison().isNotEqualTo(TestRun.weights(raw));
    }

    @Test
    void shouldTakeTheMeanOfTheBestCheckpointsWhenItIsBetter() throws IOException {
        settings.averaging = new Averaging(Average.CHECKPOINTS, 0.9);
        var script = new Script(10, 30, 20, 31);

        var outcome = train(script);

        assertThat(outcome.meanOf()).isEqualTo(2);
        assertThat(outcome.bestBleu()).isEqualTo(31);
        var second = script.seen.get(1).get("output_bias");
        var third = script.seen.get(2).get("output_bias");
        var mean = TestRun.weights(network).get("output_bias");
        for (int i = 0; i < mean.length; i++) {
            assertThat(mean[i]).isEqualTo(second[i] * 0.5f + third[i] * 0.5f);
        }
    }

    @Test
    void shouldKeepTheBestCheckpointWhenTheMeanIsNoBetter() throws IOException {
        settings.averaging = new Averaging(Average.CHECKPOINTS, 0.9);
        var script = new Script(10, 30, 20, 30);

        var outcome = train(script);

        assertThat(outcome.meanOf()).isEqualTo(1);
        assertThat(TestRun.weights(network)).usingRecursiveComparison().isEqualTo(script.seen.get(1));
    }

    @Test
    void shouldLeaveOlderCheckpointsWholeWhenTheDiskIsFull() throws IOException {
        var disk = new SmallDisk(200_000);
        var store = new CheckpointStore(folder, disk);
        var trainer = TestRun.trainer(network, settings, folder, store, recorder);

        assertThatThrownBy(() -> trainer.train(TestRun::smallness))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot write")
                .hasMessageContaining("No space left on device");
        assertThat(names(folder)).noneMatch(name -> name.contains("unfinished"));

        var resumed = new Recorder();
        TestRun.trainer(network, settings, folder, resumed).train(TestRun::smallness);
        var expected = TestRun.network();
        TestRun.trainer(expected, settings, folder.resolve("straight"), new Recorder())
                .train(TestRun::smallness);
        assertThat(resumed.resumes).hasSize(1);
        assertThat(TestRun.weights(network)).usingRecursiveComparison().isEqualTo(TestRun.weights(expected));
    }

    private Trainer.Outcome train(Trainer.Measurement measurement) throws IOException {
        return TestRun.trainer(network, settings, folder, recorder).train(measurement);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(path -> path.getFileName().toString()).toList();
        }
    }
}
