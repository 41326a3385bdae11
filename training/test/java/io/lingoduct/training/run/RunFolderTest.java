package io.lingoduct.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.training.files.UnusableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir
    Path folder;

    @Test
    void shouldTakeAFolderInWhichARunHadNoTimeToBegin() throws IOException {
        Files.writeString(folder.resolve("lock"), "");
        Files.writeString(folder.resolve("fingerprint.unfinished"), "mi");

        RunFolder.open(folder, "mine", false).close();

        assertThat(folder.resolve("fingerprint")).hasContent("mine");
    }

    @Test
    void shouldNotTouchWhatSaysWhoseFolderItIs() throws IOException {
        RunFolder.open(folder, "mine", false).close();
        var old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(folder.resolve("fingerprint"), old);

        RunFolder.open(folder, "mine", false).close();

        assertThat(Files.getLastModifiedTime(folder.resolve("fingerprint"))).isEqualTo(old);
    }

    @Test
    void shouldRefuseARunOfAnotherConfigurationUnlessToldToStartOver() throws IOException {
        RunFolder.open(folder, "mine", false).close();
        Files.writeString(folder.resolve("metrics.jsonl"), "");

        assertThatThrownBy(() -> RunFolder.open(folder, "yours", false)).isInstanceOf(UnusableFileException.class);
        RunFolder.open(folder, "yours", true).close();

        assertThat(folder.resolve("fingerprint")).hasContent("yours");
        assertThat(folder.resolve("metrics.jsonl")).doesNotExist();
    }

    @Test
    void shouldLetOneRunInAtATime() throws IOException {
        try (var first = RunFolder.open(folder, "mine", false)) {
            assertThatThrownBy(() -> RunFolder.open(folder, "mine", false)).hasMessageContaining("is in use");
            assertThat(first.path()).isEqualTo(folder.toAbsolutePath());
        }
    }
}
