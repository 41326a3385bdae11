package io.lingoduct.training.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.training.files.UnusableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleWriterTest {

    @TempDir
    Path folder;

    @Test
    void shouldNotReplaceWhatWasPutInItsPlaceMeanwhile() throws IOException {
        var place = folder.resolve("bundle");
        var writer = new BundleWriter(place);
        var thesis = Files.writeString(Files.createDirectories(place).resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> writer.finish(checksums -> null))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("holds other files");
        assertThat(thesis).exists();
    }
}
