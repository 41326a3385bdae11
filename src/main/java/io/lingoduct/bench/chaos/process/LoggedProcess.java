package io.lingoduct.bench.chaos.process;

import io.lingoduct.process.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A Java process whose output is appended to a file, and that can be sent signals. It is told to end by the end of its standard
 * input, and so does not outlive this process.
 */
final class LoggedProcess {

    private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");

    private final Path log;
    private final long logStart;
    private final Process process;

    private LoggedProcess(Path log, long logStart, Process process) {
        this.log = log;
        this.logStart = logStart;
        this.process = process;
    }

    /** @param temporary folder for what it would leave in the system's one when it is killed */
    static LoggedProcess start(Path log, Path temporary, Class<?> main, String... arguments) {
        try {
            Files.createDirectories(temporary);
            var options = new ArrayList<>(OPTIONS);
            options.add("-Djava.io.tmpdir=" + temporary);
            long logStart = Files.exists(log) ? Files.size(log) : 0;
            var process = new ProcessBuilder(JavaCommand.of(options, main, List.of(arguments)))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
            return new LoggedProcess(log, logStart, process);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + main.getName(), e);
        }
    }

    /** Whether it has written something like this since it was started. */
    boolean hasSaid(Pattern pattern) {
        try (var channel = Files.newByteChannel(log)) {
            channel.position(logStart);
            var bytes = ByteBuffer.allocate((int) Math.min(1 << 20, channel.size() - logStart));
            channel.read(bytes);
            return pattern.matcher(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8))
                    .find();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** To be called when it has ended. */
    int exitCode() {
        return process.exitValue();
    }

    /** SIGKILL; returns when it has ended. */
    void kill() {
        process.destroyForcibly();
        await(Duration.ofSeconds(30));
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Ends its standard input, which tells it to end. */
    void endInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the input of a process", e);
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

    private void signal(String name) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            if (kill.waitFor() != 0) {
                throw new EventFailed("kill -" + name + " " + process.pid() + " failed");
            }
        } catch (IOException e) {
            throw new EventFailed("there is no command kill to send SIG" + name + " with: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending a signal", e);
        }
    }

    private void await(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("a process is still there " + limit.toSeconds() + " s after SIGKILL");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a process to end", e);
        }
    }
}
