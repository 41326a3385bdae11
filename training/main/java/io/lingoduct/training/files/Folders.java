package io.lingoduct.training.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders of the user's that are replaced or deleted as a whole, and those that must not be. */
public final class Folders {

    private Folders() {}

    /**
     * Keeps a mistyped option from costing the user's files.
     *
     * @param mark a file that every folder of this kind has
     * @param early files that may be there before the mark
     * @throws UnusableFileException if the folder holds anything else and not the mark, or is no folder
     */
    public static void requireOursOrEmpty(Path folder, String mark, String... early) throws IOException {
        if (!Files.exists(folder) || Files.exists(folder.resolve(mark))) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new UnusableFileException(folder, "is not a folder");
        }
        try (var entries = Files.list(folder)) {
            if (entries.anyMatch(entry -> Stream.of(early).noneMatch(entry::endsWith))) {
                throw new UnusableFileException(folder, "holds other files; name a new folder");
            }
        }
    }

    /** Deletes a folder and all that is in it; does nothing where there is none. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var entries = Files.walk(folder)) {
            for (var path : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
