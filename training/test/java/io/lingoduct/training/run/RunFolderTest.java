package io.lingoduct.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.training.files.UnusableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    private static final Fingerprint MINE =
            new Fingerprint(new TreeMap<>(Map.of("training.seed", "1", "training.epochs", "5")));
    private static final Fingerprint YOURS = MINE.with("training.seed", "2").with("network.cell", "gru");

    @TempDir
    Path folder;

    @Test
    void shouldTakeAFolderInWhichARunHadNoTimeToBegin() throws IOException {
        Files.writeString(folder.resolve("lock"), "");
        Files.writeString(folder.resolve("fingerprint.unfinished"), "mi");

        RunFolder.open(folder, MINE, false).close();

        assertThat(folder.resolve("fingerprint")).hasContent(MINE.hash());
    }

    @Test
    void shouldNotTouchWhatSaysWhoseFolderItIs() throws IOException {
        RunFolder.open(folder, MINE, false).close();
        var old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(folder.resolve("fingerprint"), old);

        RunFolder.open(folder, MINE, false).close();

        assertThat(Files.getLastModifiedTime(folder.resolve("fingerprint"))).isEqualTo(old);
    }

    @Test
    void shouldRefuseARunOfAnotherConfigurationUnlessToldToStartOver() throws IOException {
        RunFolder.open(folder, MINE, false).close();
        Files.writeString(folder.resolve("metrics.jsonl"), "");

        assertThatThrownBy(() -> RunFolder.open(folder, YOURS, false))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("network.cell (none there, gru here), training.seed (1 there, 2 here);");
        RunFolder.open(folder, YOURS, true).close();

        assertThat(folder.resolve("fingerprint")).hasContent(YOURS.hash());
        assertThat(folder.resolve("metrics.jsonl")).doesNotExist();
    }

    @Test
    void shouldSayThatARunIsOfAnOlderVersion() throws IOException {
        Files.writeString(folder.resolve("fingerprint"), "5e".repeat(32));

        assertThatThrownBy(() -> RunFolder.open(folder, MINE, false))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("holds a run of another version of Lingoduct")
                .hasMessageContaining("--restart");
        RunFolder.open(folder, MINE, true).close();

        assertThat(folder.resolve("fingerprint")).hasContent(MINE.hash());
    }

    @Test
    void shouldSayThatItsOwnFilesAreDamaged() throws IOException {
        RunFolder.open(folder, MINE, false).close();
        Files.writeString(folder.resolve("fingerprint.json"), "{");

        assertThatThrownBy(() -> RunFolder.open(folder, YOURS, false))
                .hasMessageContaining("fingerprint.json: is damaged");
        RunFolder.open(folder, YOURS, true).close();

        assertThat(folder.resolve("fingerprint.json")).hasContent(YOURS.json());
    }

    @Test
    void shouldLetOneRunInAtATime() throws IOException {
        try (var first = RunFolder.open(folder, MINE, false)) {
            assertThatThrownBy(() -> RunFolder.open(folder, MINE, false)).hasMessageContaining("is in use");
            assertThat(first.path()).isEqualTo(folder.toAbsolutePath());
        }
    }
}
