package io.lingoduct.bench.chaos.scene;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A copy of a bundle, which is replaced by copies with other versions. */
final class ServedBundle {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MANIFEST = "manifest.json";

    private final Path source;
    private final Path folder;
    private int replacements;

    /** @throws IOException if the bundle cannot be copied */
    ServedBundle(Path source, Path folder) throws IOException {
        this.source = source;
        this.folder = folder;
        copyFiles();
        Files.copy(source.resolve(MANIFEST), folder.resolve(MANIFEST));
    }

    Path folder() {
        return folder;
    }

    /**
     * Copies the bundle over the one that is served, the manifest with another version last.
     *
     * @return the version
     */
    String replace() {
        try {
            copyFiles();
            var manifest = (ObjectNode) JSON.readTree(source.resolve(MANIFEST).toFile());
            replacements++;
            var version = manifest.path("version").asText() + "-chaos." + replacements;
            manifest.put("version", version);
            Files.writeString(folder.resolve(MANIFEST), manifest.toPrettyString());
            return version;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot replace the bundle in " + folder, e);
        }
    }

    private void copyFiles() throws IOException {
        try (var paths = Files.walk(source)) {
            for (var path : paths.toList()) {
                var target = folder.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (!path.endsWith(MANIFEST)) {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
