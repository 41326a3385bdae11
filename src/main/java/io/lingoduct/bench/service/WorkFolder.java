package io.lingoduct.bench.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Temporary folder for all that a run writes, with a folder of its own for the output of the processes. */
public final class WorkFolder implements AutoCloseable {

    private static final String LOGS = "logs";

    private final Path root;

    /** @param prefix of the folder's name */
    public WorkFolder(String prefix) throws IOException {
        root = Files.createTempDirectory(prefix);
        Files.createDirectory(logs());
    }

    public Path file(String name) {
        return root.resolve(name);
    }

    public Path logs() {
        return root.resolve(LOGS);
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** Removes everything. */
    @Override
    public void close() {
        delete(root);
    }

    /** Removes all but the logs. */
    public void removeAllButLogs() {
        try (var children = Files.list(root)) {
            children.filter(child -> !child.equals(logs())).forEach(WorkFolder::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + root, e);
        }
    }

    private static void delete(Path tree) {
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + tree, e);
        }
    }
}
