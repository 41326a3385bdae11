package io.lingoduct.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.ReverseTask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command {@code train}, run on the files of a folder as a user would run it. */
record TrainCommandRun(int exitCode, String err) {

    /** Writes the configuration into the folder, and keeps the run in {@code run} and the bundle in {@code bundle}. */
    static TrainCommandRun in(Path folder, String config, String... more) throws IOException {
        var file = Files.writeString(folder.resolve("config.yaml"), config);
        var arguments = List.of(
                "--config", file.toString(),
                "--run-dir", folder.resolve("run").toString(),
                "--output", folder.resolve("bundle").toString());
        return of(Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new));
    }

    /** Trains a model that reverses sentences, for others to start from. */
    static void trainReverseTask(Path folder) throws IOException {
        new ReverseTask(1).writeInto(folder, 200, 20);
        var run = in(folder, ReverseTask.config(3));
        assertThat(run.exitCode).as(run.err).isZero();
    }

    static TrainCommandRun of(String... args) {
        return ofCommand("train", args);
    }

    /** Another command of the training class path. */
    static TrainCommandRun ofCommand(String name, String... args) {
        var command = Stream.concat(Stream.of(name), Stream.of(args)).toArray(String[]::new);
        var before = System.err;
        var captured = new ByteArrayOutputStream();
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            return new TrainCommandRun(TrainingMain.run(command), captured.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }
}
