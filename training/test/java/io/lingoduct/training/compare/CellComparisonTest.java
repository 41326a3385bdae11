package io.lingoduct.training.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.ReverseTask;
import io.lingoduct.training.config.RunConfigFile;
import io.lingoduct.training.loop.ProgressDisplay;
import io.lingoduct.training.network.Cell;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellComparisonTest {

    @TempDir
    Path folder;

    @Test
    void shouldWriteNoReportWhenTheUserStopsARun() throws IOException {
        new ReverseTask(1).writeInto(folder, 50, 5);
        var config = RunConfigFile.read(Files.writeString(
                folder.resolve("config.yaml"), ReverseTask.config(1).replace("size: 320", "size: 280")));
        var display = new ProgressDisplay(new PrintStream(OutputStream.nullOutputStream()), false, System::nanoTime);
        var comparison = new CellComparison(config, List.of(Cell.RNN), null, folder.resolve("run"), display);

        assertThat(comparison.execute(folder.resolve("out"), false, () -> true)).isFalse();

        assertThat(folder.resolve("out")).isEmptyDirectory();
        assertThat(folder.resolve("run/rnn/metrics.jsonl")).exists();
        assertThat(folder.resolve("run/bundles")).doesNotExist();
    }
}
