package io.lingoduct.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** {@code serve} in a process of its own, which can be killed. */
final class ServeProcess {

    private ServeProcess() {}

    public static void main(String[] args) {
        System.exit(Main.withFaultReports(new CommandLine(new ServeCommand())).execute(args));
    }

    /** Starts it with a small heap; what it says is appended to the log. */
    static Process start(Path log, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ServeProcess.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())))
                .start();
    }
}
