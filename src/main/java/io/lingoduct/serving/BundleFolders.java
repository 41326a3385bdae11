package io.lingoduct.serving;

import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.ManifestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the bundles behind what a configuration lists as models: folders of bundles, or folders that hold some. */
public final class BundleFolders {

    private BundleFolders() {}

    /**
     * All bundles, in the order of the list, those within one folder sorted by name.
     *
     * @throws BundleException if a folder neither is a bundle nor holds one
     */
    public static List<Path> in(List<Path> folders) {
        return folders.stream()
                .flatMap(folder -> isBundle(folder) ? List.of(folder).stream() : within(folder).stream())
                .distinct()
                .toList();
    }

    private static List<Path> within(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BundleException(folder, "there is no such folder");
        }
        try (var content = Files.list(folder)) {
            var bundles = content.filter(BundleFolders::isBundle).sorted().toList();
            if (bundles.isEmpty()) {
                throw new BundleException(
                        folder,
                        "neither is a model bundle nor holds one: no " + ManifestFile.NAME + " here or one below");
            }
            return bundles;
        } catch (IOException e) {
            throw new BundleException(folder, "cannot be listed: " + e, e);
        }
    }

    private static boolean isBundle(Path folder) {
        return Files.isRegularFile(folder.resolve(ManifestFile.NAME));
    }
}
