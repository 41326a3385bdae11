package io.lingoduct.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.training.ReverseTask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTrainingCommandTest {

    private static final String SMALL =
            "network: {cell: gru, embedding: 8, encoder-hidden: 8, decoder-hidden: 16, tied-embeddings: none}";

    @TempDir
    Path folder;

    private record Run(int exitCode, String out, String err) {}

    @Test
    void shouldMeasureTheNetworkOfAConfiguration() throws IOException {
        var json = folder.resolve("figures.json");
        var run = bench(
                "--quick",
                "--config",
                config().toString(),
                "--threads",
                "1,2",
                "--batch-tokens",
                "100",
                "--steps",
                "4",
                "--json",
                json.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("Network: gru", "of peak", "2 threads : 1 thread", "Growth after step 2");
        var figures = new ObjectMapper().readTree(Files.readString(json));
        assertThat(figures.get("network").get("decoder_hidden").asInt()).isEqualTo(16);
        assertThat(figures.get("trainings")).hasSize(2).allSatisfy(training -> {
            assertThat(training.get("tokens_per_second").asDouble()).isPositive();
            assertThat(training.get("share_of_peak").asDouble()).isBetween(0.0, 1.0);
            assertThat(training.get("padding").asDouble()).isBetween(0.0, 0.9);
        });
        assertThat(figures.get("memory").get("samples")).hasSize(4);
    }

    @Test
    void shouldRefuseAnImpossibleNumberOfThreads() {
        var run = bench("--threads", "1,0");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("--threads: 0", "./lingoduct bench training --help")
                .hasLineCount(1);
    }

    @Test
    void shouldRefuseAPlaceThatIsNotThereBeforeItMeasures() {
        var run = bench("--json", folder.resolve("none/figures.json").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no folder").hasLineCount(1);
    }

    private Path config() throws IOException {
        var config = ReverseTask.config(1).replaceAll("(?m)^network:.*$", SMALL);
        assertThat(config).contains(SMALL);
        return Files.writeString(folder.resolve("small.yaml"), config);
    }

    private static Run bench(String... args) {
        var before = System.out;
        var beforeErr = System.err;
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            var command = new String[args.length + 2];
            command[0] = "bench";
            command[1] = "training";
            System.arraycopy(args, 0, command, 2, args.length);
            int exitCode = TrainingMain.run(command);
            return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
            System.setErr(beforeErr);
        }
    }
}
