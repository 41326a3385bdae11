package io.lingoduct.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.training.ReverseTask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CompareCommandTest {

    @TempDir
    Path folder;

    private record Run(int exitCode, String err) {}

    @BeforeEach
    void writeTask() throws IOException {
        new ReverseTask(1).writeInto(folder, 200, 20);
        Files.writeString(folder.resolve("config.yaml"), ReverseTask.config(1));
    }

    @Test
    void shouldCompareTwoCellsAndKeepWhatIsFinished() throws IOException {
        var first = compare("--cells", "rnn,gru", "--copy-gaps", "2", "--copy-updates", "3");

        assertThat(first.exitCode()).as(first.err()).isZero();
        var report = folder.resolve("out");
        assertThat(report.resolve("compare.html")).content().contains(">rnn<", ">gru<");
        var json = new ObjectMapper().readTree(report.resolve("compare.json").toFile());
        assertThat(json.at("/figures/cells")).hasSize(2);
        assertThat(json.at("/figures/copies")).hasSize(2);
        assertThat(json.at("/figures/decoding/0/sentencesPerSecond").asDouble()).isPositive();
        assertThat(json.at("/figures/cells/0/vocabularySha256"))
                .isEqualTo(json.at("/figures/cells/1/vocabularySha256"));
        assertThat(folder.resolve("run/bundles/gru/manifest.json")).content().contains("\"cell\" : \"gru\"");

        var second = compare("--cells", "rnn,gru,lstm", "--copy-gaps", "2", "--copy-updates", "3");

        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.err().split("It is trained already", -1)).hasSize(3);
        assertThat(second.err().split("Network: ", -1)).hasSize(2);
        assertThat(report.resolve("compare.html")).content().contains(">lstm<");
    }

    @Test
    void shouldWriteBundlesThatSayWhatTheyAreAndCanBeExportedAnew() throws IOException {
        assertThat(compare("--cells", "gru", "--no-copy-task").exitCode()).isZero();
        var bundle = folder.resolve("run/bundles/gru");

        var anew = TrainCommandRun.ofCommand(
                "export",
                "--model",
                bundle.toString(),
                "--output",
                folder.resolve("anew").toString());

        assertThat(anew.exitCode()).as(anew.err()).isZero();
        assertThat(anew.err()).contains("200 of 200");
        assertThat(bundle.resolve("README.md")).content().contains("with the cell gru whatever is named below");
    }

    @Test
    void shouldStartOverWhenTold() throws IOException {
        assertThat(compare("--cells", "rnn", "--no-copy-task").exitCode()).isZero();
        Files.writeString(folder.resolve("config.yaml"), ReverseTask.config(2));

        var run = compare("--cells", "rnn", "--no-copy-task", "--restart");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("epoch 2/2").doesNotContain("It is trained already");
    }

    @Test
    void shouldRefuseTheRunOfAnotherConfiguration() throws IOException {
        assertThat(compare("--cells", "rnn", "--no-copy-task").exitCode()).isZero();
        Files.writeString(folder.resolve("config.yaml"), ReverseTask.config(2));

        var run = compare("--cells", "rnn", "--no-copy-task");

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).contains("text of the configuration (its content), training.epochs (1 there, 2 here);");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rnn,foo|\"foo\" is not a cell; there are rnn, gru, lstm",
                "gru,GRU|names GRU twice",
                "''|\"\" is not a cell",
                "rnn,|\"\" is not a cell"
            })
    void shouldRefuseCellsThatCannotBeCompared(String cells, String reason) {
        var run = compare("--cells", cells);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--cells = " + cells).contains(reason);
    }

    @Test
    void shouldSayThatTheCellsAreMissing() {
        var run = compare();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--cells");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"--copy-gaps|5,x", "--copy-gaps|0", "--copy-gaps|2000", "--copy-updates|0"})
    void shouldRefuseACopyTaskThatCannotBeRun(String option, String value) {
        var run = compare("--cells", "rnn", option, value);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(option + " = " + value);
    }

    private Run compare(String... more) {
        var arguments = List.of(
                "--config", folder.resolve("config.yaml").toString(),
                "--run-dir", folder.resolve("run").toString(),
                "--output", folder.resolve("out").toString());
        return run(Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new));
    }

    private static Run run(String... args) {
        var before = System.err;
        var captured = new ByteArrayOutputStream();
        var err = new StringWriter();
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            int exitCode = new CommandLine(new CompareCommand())
                    .setErr(new PrintWriter(err, true))
                    .execute(args);
            return new Run(exitCode, captured.toString(StandardCharsets.UTF_8) + err);
        } finally {
            System.setErr(before);
        }
    }
}
