package io.lingoduct.bench.chaos.process;

import io.lingoduct.bench.service.LoggedProcess;
import io.lingoduct.bench.service.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A process that may be ended and started again many times, and is known to have ended by itself if nobody has ended it. */
final class RestartableProcess {

    private final String name;
    private final Path log;
    private final Path temporary;
    private final Class<?> main;
    private final List<String> arguments;
    private LoggedProcess process;
    private boolean meantToRun;

    /** @param name of its files in the work folder */
    RestartableProcess(String name, WorkFolder work, Class<?> main, String... arguments) {
        this.name = name;
        this.log = work.log(name);
        // Whatever a process that is killed leaves behind lies here and not in the folder of the system.
        this.temporary = work.file("tmp-" + name);
        this.main = main;
        this.arguments = List.of(arguments);
    }

    void start() {
        try {
            Files.createDirectories(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + temporary, e);
        }
        var options = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temporary);
        process = LoggedProcess.start(name, log, options, main, arguments);
        meantToRun = true;
    }

    boolean hasSaid(Pattern pattern) {
        return process.said(pattern).isPresent();
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Whether it has ended although nobody wanted it to. */
    boolean hasEndedByItself() {
        return meantToRun && !isAlive();
    }

    /** Takes note of an end that was not wanted. */
    void giveUp() {
        meantToRun = false;
    }

    int exitCode() {
        return process.exitCode();
    }

    /** Ends its standard input, which tells it to end in good order. */
    void endInput() {
        meantToRun = false;
        process.endInput();
    }

    /** SIGTERM. */
    void terminate() {
        meantToRun = false;
        process.terminate();
    }

    /** SIGKILL; returns when it has ended. */
    void kill() {
        meantToRun = false;
        if (process != null) {
            process.kill();
        }
    }

    /** SIGSTOP: it stands still until {@link #resume}. */
    void suspend() {
        signal("STOP");
    }

    /** SIGCONT. */
    void resume() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            if (!process.signal(signal)) {
                throw new EventFailed("kill -" + signal + " to " + name + " failed");
            }
        } catch (IOException e) {
            throw new EventFailed("there is no command kill to send SIG" + signal + " with: " + e.getMessage());
        }
    }
}
