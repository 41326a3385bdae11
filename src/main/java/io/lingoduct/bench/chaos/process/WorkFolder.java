package io.lingoduct.bench.chaos.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A temporary folder for all that a run writes; what the processes say is in a folder of its own within it. */
public final class WorkFolder {

    private static final String LOGS = "logs";

    private final Path root;

    public WorkFolder() throws IOException {
        root = Files.createTempDirectory("lingoduct-chaos");
        Files.createDirectory(logs());
    }

    public Path file(String name) {
        return root.resolve(name);
    }

    public Path logs() {
        return root.resolve(LOGS);
    }

    Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** Removes everything. */
    public void remove() {
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
