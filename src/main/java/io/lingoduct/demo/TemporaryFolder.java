package io.lingoduct.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for a broker's data, removed with all it holds when closed. */
record TemporaryFolder(Path path) implements AutoCloseable {

    private static final int ATTEMPTS = 5;

    static TemporaryFolder create() {
        try {
            return new TemporaryFolder(Files.createTempDirectory("lingoduct-broker"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot create a folder for the broker in " + System.getProperty("java.io.tmpdir")
                            + ": name another with LINGODUCT_JAVA_OPTS=-Djava.io.tmpdir=DIR",
                    e);
        }
    }

    @Override
    public void close() {
        // A broker that was given up while it started may still write here.
        for (int attempt = 1; Files.exists(path); attempt++) {
            try {
                deleteTree();
            } catch (DirectoryNotEmptyException | NoSuchFileException | UncheckedIOException e) {
                if (attempt == ATTEMPTS) {
                    throw new IllegalStateException("cannot remove the broker's temporary folder " + path, e);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove the broker's temporary folder " + path, e);
            }
        }
    }

    private void deleteTree() throws IOException {
        try (var paths = Files.walk(path)) {
            for (var each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
