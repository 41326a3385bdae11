package io.lingoduct.serving;

import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.ManifestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * State of a bundle's folder, cheaply read: two states are equal where, as far as names, sizes, times and the manifest
 * tell, nothing was written in between. Works on network file systems, which tell nobody of changes.
 *
 * @param manifest checksum of the manifest, which pins all other files; empty where there is none to read
 * @param files size and time of each file; empty where the folder cannot be read
 */
record FolderState(String manifest, Map<String, FileState> files) {

    /** Size and time of a file, by which a change shows. */
    record FileState(long size, FileTime modified) {}

    static FolderState of(Path folder) {
        return new FolderState(manifestOf(folder), filesOf(folder));
    }

    /** The checksum of a folder's manifest: equal bundles have equal ones. Empty where there is none to read. */
    static String manifestOf(Path folder) {
        try {
            return ManifestFile.checksum(folder.resolve(ManifestFile.NAME));
        } catch (BundleException | IOException e) {
            return ""; // whoever loads the bundle then says what is wrong with it
        }
    }

    private static Map<String, FileState> filesOf(Path folder) {
        var states = new TreeMap<String, FileState>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                states.put(
                        file.getFileName().toString(), new FileState(attributes.size(), attributes.lastModifiedTime()));
            }
        } catch (IOException e) {
            return Map.of(); // gone, or a file went while it was looked at: the next look tells
        }
        return states;
    }
}
