package io.lingoduct.bench.pipeline;

import io.lingoduct.bench.Watch;
import io.lingoduct.process.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A Java process with this one's options and class path, which is told to end by the end of its standard input, and so never
 * outlives this process.
 */
final class ChildProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final int LINES_KEPT = 40;
    private static final int LINES_SHOWN = 5;

    private final String name;
    private final Process process;
    private final Deque<String> lines = new ArrayDeque<>();

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /** @param name what to call it when it fails */
    static ChildProcess start(String name, Class<?> main, String... arguments) throws IOException {
        var child = new ChildProcess(
                name,
                new ProcessBuilder(JavaCommand.of(List.of(), main, List.of(arguments)))
                        .redirectErrorStream(true)
                        .start());
        var reader = new Thread(child::read, name + "-output");
        reader.setDaemon(true);
        reader.start();
        return child;
    }

    /**
     * Waits for a line.
     *
     * @return the part of it that matches
     * @throws IllegalStateException if the process ends before, or takes too long
     */
    String await(Pattern pattern, Watch watch) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            watch.check();
            boolean alive = process.isAlive();
            var found = find(pattern);
            if (found.isPresent()) {
                return found.get();
            }
            if (!alive || System.nanoTime() > deadline) {
                throw failure(alive ? "did not start within " + START_LIMIT.toSeconds() + " s" : "has ended");
            }
        }
    }

    /** @throws IllegalStateException if the process has ended */
    void requireAlive() {
        if (!process.isAlive()) {
            throw failure("has ended");
        }
    }

    /** Ends the process, gently if it hurries. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<String> find(Pattern pattern) {
        for (var line : lines) {
            var matcher = pattern.matcher(line);
            if (matcher.find()) {
                return Optional.of(matcher.group());
            }
        }
        try {
            wait(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name, e);
        }
        return Optional.empty();
    }

    private void read() {
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add("(its output cannot be read any more: " + e.getMessage() + ")");
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        if (lines.size() > LINES_KEPT) {
            lines.remove();
        }
        notifyAll();
    }

    private synchronized IllegalStateException failure(String what) {
        var last = List.copyOf(lines).subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
        return new IllegalStateException(
                "the process " + name + " " + what + "; its last words: " + String.join(" | ", last));
    }

    /** A folder for what children read, removed when the virtual machine ends. */
    static Path temporaryFolder() {
        try {
            var folder = Files.createTempDirectory("lingoduct-bench");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a temporary folder", e);
        }
    }
}
