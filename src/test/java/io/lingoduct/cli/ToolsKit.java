package io.lingoduct.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lingoduct.observe.StandardStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;

/** Runs the commands around topics. */
final class ToolsKit {

    /** What a command has printed, and its exit code. */
    record Run(int status, String out, String err) {}

    private ToolsKit() {}

    /** Starts a command in a process of its own. */
    static Process start(Path log, String... args) throws IOException {
        return builder(args)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** A process for a command, whose output the caller directs. */
    static ProcessBuilder builder(String... args) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command);
    }

    /** Runs a command in this process. */
    static Run run(Function<StandardStreams, Object> command, String input, String... args) {
        return run(command, input, false, args);
    }

    /** Runs a command in this process whose output goes to a terminal. */
    static Run runOnTerminal(Function<StandardStreams, Object> command, String... args) {
        return run(command, "", true, args);
    }

    private static Run run(Function<StandardStreams, Object> command, String input, boolean terminal, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var screen = new PrintStream(err, true, UTF_8);
        var streams =
                new StandardStreams(new ByteArrayInputStream(input.getBytes(UTF_8)), out, screen, false, terminal);
        int status = Main.withFaultReports(new CommandLine(command.apply(streams)))
                .setErr(new PrintWriter(screen, true))
                .execute(args);
        return new Run(status, out.toString(UTF_8), err.toString(UTF_8));
    }
}
