package io.lingoduct.bench.service;

import io.lingoduct.bench.Watch;
import io.lingoduct.process.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A Java process with this one's options and class path whose output is appended to a file. It is told to end by the end of its
 * standard input, and so never outlives this process.
 */
public final class LoggedProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(30);
    private static final long CHECK_MS = 100;
    private static final int LINES_SHOWN = 5;
    private static final int MOST_BYTES = 1 << 20;

    private final String name;
    private final Path log;
    private final long logStart;
    private final Process process;

    private LoggedProcess(String name, Path log, long logStart, Process process) {
        this.name = name;
        this.log = log;
        this.logStart = logStart;
        this.process = process;
    }

    /**
     * Starts a process.
     *
     * @param name of the process in messages about its failures
     * @param log file for its output; made where it is not there
     * @param options for the virtual machine, behind those of this one
     */
    public static LoggedProcess start(
            String name, Path log, List<String> options, Class<?> main, List<String> arguments) {
        try {
            long logStart = Files.exists(log) ? Files.size(log) : 0;
            var process = new ProcessBuilder(JavaCommand.of(options, main, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
            return new LoggedProcess(name, log, logStart, process);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + main.getName(), e);
        }
    }

    /** The first part of its output since it was started that matches. */
    public Optional<String> said(Pattern pattern) {
        var matcher = pattern.matcher(output());
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private String output() {
        try (var channel = Files.newByteChannel(log)) {
            channel.position(logStart);
            var bytes = ByteBuffer.allocate((int) Math.min(MOST_BYTES, channel.size() - logStart));
            channel.read(bytes);
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }

    /**
     * Waits for output.
     *
     * @return the part of it that matches
     * @throws IllegalStateException if the process ends before, or takes too long
     */
    public String await(Pattern pattern, Watch watch) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            watch.check();
            boolean alive = isAlive();
            var found = said(pattern);
            if (found.isPresent()) {
                return found.get();
            }
            if (!alive || System.nanoTime() > deadline) {
                throw failure(alive ? "did not start within " + START_LIMIT.toSeconds() + " s" : "has ended");
            }
            hasEndedWithin(CHECK_MS);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** @throws IllegalStateException if the process has ended */
    public void requireAlive() {
        if (!isAlive()) {
            throw failure("has ended");
        }
    }

    private IllegalStateException failure(String what) {
        var lines = output().lines().toList();
        var last = lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
        return new IllegalStateException(
                "the process " + name + " " + what + "; its last words: " + String.join(" | ", last));
    }

    /** To be called when it has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** SIGKILL; returns when it has ended. */
    public void kill() {
        process.destroyForcibly();
        if (!hasEndedWithin(KILL_LIMIT.toMillis())) {
            throw new IllegalStateException("a process is still there " + KILL_LIMIT.toSeconds() + " s after SIGKILL");
        }
    }

    /** SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /**
     * Sends a signal by the command {@code kill}.
     *
     * @param signal such as {@code STOP}
     * @return whether it was sent
     * @throws IOException if there is no such command
     */
    public boolean signal(String signal) throws IOException {
        try {
            return new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending a signal", e);
        }
    }

    /** Ends its standard input, which tells it to end. */
    public void endInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the input of a process", e);
        }
    }

    /** Ends the process, gently if it hurries. */
    @Override
    public void close() {
        try {
            endInput();
            if (!hasEndedWithin(STOP_LIMIT.toMillis())) {
                process.destroyForcibly();
            }
        } catch (RuntimeException e) {
            process.destroyForcibly();
        }
    }

    private boolean hasEndedWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the process " + name, e);
        }
    }
}
