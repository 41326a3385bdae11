package io.lingoduct.bench.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LoggedProcessTest {

    private static final Watch WATCH = new Watch(line -> {}, () -> false);

    @TempDir
    Path folder;

    @Test
    void shouldFindWhatTheProcessHasSaidSinceItWasStarted() throws IOException {
        Files.writeString(log(), "port 1\n");

        try (var process = start("port 2")) {
            assertThat(process.await(Pattern.compile("(?m)^port \\d$"), WATCH)).isEqualTo("port 2");
            assertThat(process.said(Pattern.compile("port 1"))).isEmpty();
            process.requireAlive();
        }
        assertThat(log()).content().startsWith("port 1\n");
    }

    @Test
    void shouldEndTheProcessByTheEndOfItsInput() {
        var process = start("ready");
        process.await(Pattern.compile("ready"), WATCH);

        process.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(process.exitCode()).isEqualTo(Said.EXIT_CODE);
    }

    @Test
    void shouldTellTheLastWordsOfAProcessThatHasEnded() {
        var process = start("a", "b", "c", "d", "e", "f");
        process.await(Pattern.compile("f"), WATCH);
        process.close();

        assertThatThrownBy(() -> process.await(Pattern.compile("ready"), WATCH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the process tester has ended; its last words: b | c | d | e | f");
        assertThatThrownBy(process::requireAlive).hasMessageStartingWith("the process tester has ended");
    }

    @Test
    void shouldStopWaitingWhenTheUserEndsTheBenchmark() {
        try (var process = start("ready")) {
            var watch = new Watch(line -> {}, () -> true);

            assertThatThrownBy(() -> process.await(Pattern.compile("never"), watch))
                    .isInstanceOf(BenchmarkStopped.class);
        }
    }

    private LoggedProcess start(String... lines) {
        return LoggedProcess.start("tester", log(), List.of(), Said.class, List.of(lines));
    }

    private Path log() {
        return folder.resolve("tester.log");
    }

    /** The process: says its arguments, one a line, and ends with its input. */
    static final class Said {

        static final int EXIT_CODE = 3;

        private Said() {}

        public static void main(String[] lines) throws IOException {
            for (var line : lines) {
                System.out.println(line);
            }
            while (System.in.read() >= 0) {
                // Only the end of the input matters.
            }
            System.exit(EXIT_CODE);
        }
    }
}
