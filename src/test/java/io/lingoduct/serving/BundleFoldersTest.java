package io.lingoduct.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.model.bundle.BundleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleFoldersTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeBundles() throws IOException {
        for (var bundle : List.of("models/b", "models/a", "alone")) {
            Files.createFile(Files.createDirectories(folder.resolve(bundle)).resolve("manifest.json"));
        }
        Files.createDirectories(folder.resolve("models/notes"));
    }

    @Test
    void shouldFindBundlesAndFoldersOfBundles() {
        assertThat(BundleFolders.in(List.of(folder.resolve("alone"), folder.resolve("models"))))
                .containsExactly(folder.resolve("alone"), folder.resolve("models/a"), folder.resolve("models/b"));
    }

    @Test
    void shouldListABundleOnce() {
        assertThat(BundleFolders.in(List.of(folder.resolve("models/a"), folder.resolve("models"))))
                .containsExactly(folder.resolve("models/a"), folder.resolve("models/b"));
    }

    @Test
    void shouldRefuseAFolderWithoutBundles() {
        assertThatThrownBy(() -> BundleFolders.in(List.of(folder.resolve("models/notes"))))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("neither is a model bundle nor holds one");
    }

    @Test
    void shouldRefuseAFolderThatDoesNotExist() {
        assertThatThrownBy(() -> BundleFolders.in(List.of(folder.resolve("none"))))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("no such folder");
    }
}
