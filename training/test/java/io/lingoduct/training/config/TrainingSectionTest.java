package io.lingoduct.training.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigReader;
import io.lingoduct.training.loop.settings.DevMetric;
import io.lingoduct.training.loop.settings.TrainingConfig;
import io.lingoduct.training.loop.settings.TrainingConfig.Average;
import io.lingoduct.training.loop.settings.TrainingConfig.EarlyStopping;
import io.lingoduct.training.loop.settings.TrainingConfig.Optimizer;
import io.lingoduct.training.loop.settings.TrainingConfig.Running;
import io.lingoduct.training.loop.settings.TrainingConfig.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSectionTest {

    @TempDir
    Path folder;

    @Test
    void shouldNeedNothingButTheEpochs() throws IOException {
        var config = read("{epochs: 3}");

        assertThat(config.epochs()).isEqualTo(3);
        assertThat(config.optimization().optimizer()).isEqualTo(Optimizer.ADAM);
        assertThat(config.schedule().shape()).isEqualTo(Shape.LINEAR);
        assertThat(config.averaging().average()).isEqualTo(Average.NONE);
        assertThat(config.selection().validateEveryUpdates()).isZero();
        assertThat(config.stopping().on()).isEqualTo(EarlyStopping.NONE);
        assertThat(config.running().device()).isEqualTo("auto");
    }

    @Test
    void shouldReadEveryIdea() throws IOException {
        var config = read(
                """

                          epochs: 3
                          optimizer: adamw
                          weight-decay: 0.01
                          schedule: inverse-square-root
                          learning-rate: 0.002
                          average: ema
                          ema-decay: 0.998
                          validate-every-updates: 400
                          best-by: perplexity
                          keep-best: 5
                          early-stopping: bleu
                          patience: 7
                          divergence-factor: 3
                          max-rollbacks: 1
                          device: cuda:1
                          threads: 2
                        """);

        assertThat(config.optimization().weightDecay()).isEqualTo(0.01);
        assertThat(config.schedule().shape()).isEqualTo(Shape.INVERSE_SQUARE_ROOT);
        assertThat(config.averaging()).isEqualTo(new TrainingConfig.Averaging(Average.EMA, 0.998));
        assertThat(config.selection()).isEqualTo(new TrainingConfig.Selection(400, DevMetric.PERPLEXITY, 5));
        assertThat(config.stopping()).isEqualTo(new TrainingConfig.Stopping(EarlyStopping.BLEU, 7));
        assertThat(config.divergence()).isEqualTo(new TrainingConfig.Divergence(3, 1));
        assertThat(config.running()).isEqualTo(new Running(2, "cuda:1", 500, 50));
    }

    @Test
    void shouldReportAllFaultsAtOnce() {
        assertThatThrownBy(
                        () -> read(
                                """

                                          epochs: 0
                                          device: gpu
                                          schedule: cosine
                                          average: checkpoints
                                          keep-best: 1
                                          ema-decay: 2
                                        """))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("training.epochs = 0")
                .hasMessageContaining("training.device = gpu: expected auto, cpu, cuda or cuda:N")
                .hasMessageContaining("training.schedule = cosine: expected linear or inverse-square-root or plateau")
                .hasMessageContaining("training.keep-best = 1: average checkpoints takes the mean of two or more")
                .hasMessageContaining("training.ema-decay = 2");
    }

    private TrainingConfig read(String training) throws IOException {
        var reader = ConfigReader.read(Files.writeString(folder.resolve("run.yaml"), "training: " + training));
        var config = TrainingSection.read(reader.root().section("training"));
        reader.finish();
        return config;
    }
}
