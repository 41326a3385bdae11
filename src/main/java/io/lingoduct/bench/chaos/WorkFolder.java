package io.lingoduct.bench.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A temporary folder for all that a run writes; what the processes say is in a folder of its own within it. */
final class WorkFolder {

    private static final String LOGS = "logs";

    private final Path root;

    WorkFolder() throws IOException {
        root = Files.createTempDirectory("lingoduct-chaos");
        Files.createDirectory(logs());
    }

    Path file(String name) {
        return root.resolve(name);
    }

    Path logs() {
        return root.resolve(LOGS);
    }

    Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** Removes everything. */
    void remove() {
        delete(root);
    }

    /** Removes all but the logs. */
    void removeAllButLogs() {
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
