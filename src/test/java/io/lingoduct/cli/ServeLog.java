package io.lingoduct.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Waits for what a {@link ServeProcess} says. */
final class ServeLog {

    private ServeLog() {}

    static void awaitLine(Process process, Path log, String part) {
        Awaitility.await()
                .atMost(90, TimeUnit.SECONDS)
                .failFast("the process has ended", () -> !process.isAlive())
                .until(() -> Files.readString(log).contains(part));
    }
}
