package io.lingoduct.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lingoduct.model.TestBundles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs symbolic links and POSIX permissions")
class BundleFileTest {

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void writeBundle() {
        folder = TestBundles.greedy().write(temporary.resolve("bundle"));
    }

    @Test
    void shouldReadAFileUpToItsLimit() throws IOException {
        var file = Files.write(folder.resolve("file"), new byte[] {1, 2, 3});

        assertThat(BundleFile.read(file, 3)).containsExactly(1, 2, 3);
        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> BundleFile.read(file, 2))
                .withMessageContaining("has 3 bytes; at most 2 are read");
    }

    @ParameterizedTest
    @CsvSource({
        "manifest.json, " + BundleLimits.MANIFEST_BYTES,
        "tokenizer.json, " + BundleLimits.TOKENIZER_BYTES,
        TestBundles.GRAPH + ", " + BundleLimits.FILE_BYTES,
        "README.md, " + BundleLimits.FILE_BYTES
    })
    void shouldRefuseAFileThatIsTooLargeBeforeItIsRead(String name, long limit) throws IOException {
        try (var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.setLength(limit + 1);
        }

        assertRefused(name, "has " + String.format("%,d", limit + 1) + " bytes");
    }

    @Test
    void shouldRefuseAShortlistThatIsTooLargeBeforeItIsRead() throws IOException {
        TestBundles.replaceFile(folder, "shortlist.txt", new byte[0]);
        TestBundles.editManifest(
                folder, manifest -> manifest.withObject("/decoding").put("shortlist", "shortlist.txt"));
        try (var file = new RandomAccessFile(folder.resolve("shortlist.txt").toFile(), "rw")) {
            file.setLength(BundleLimits.SHORTLIST_BYTES + 1);
        }

        assertRefused("shortlist.txt", "at most");
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "tokenizer.json", TestBundles.GRAPH, "README.md"})
    void shouldRefuseALinkThatLeavesTheBundle(String name) throws IOException {
        var outside = Files.move(folder.resolve(name), temporary.resolve("outside"));
        Files.createSymbolicLink(folder.resolve(name), outside);

        assertRefused(name, "outside of the bundle");
    }

    @Test
    void shouldFollowALinkThatStaysInTheBundle() throws IOException {
        var data = Files.createDirectory(folder.resolve("..data"));
        for (var name : new String[] {"manifest.json", "tokenizer.json", TestBundles.GRAPH}) {
            Files.move(folder.resolve(name), data.resolve(name));
            Files.createSymbolicLink(folder.resolve(name), Path.of("..data", name));
        }
        var link = Files.createSymbolicLink(temporary.resolve("link"), folder);

        assertThat(ModelBundle.open(link).info().name()).isEqualTo("upper-case");
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "tokenizer.json", TestBundles.GRAPH, "README.md"})
    @Timeout(30)
    void shouldRefuseAPipeAndAFolder(String name) throws IOException, InterruptedException {
        Files.delete(folder.resolve(name));
        assertThat(new ProcessBuilder("mkfifo", folder.resolve(name).toString())
                        .start()
                        .waitFor())
                .isZero();
        assertRefused(name, "not a plain file");

        Files.delete(folder.resolve(name));
        Files.createDirectory(folder.resolve(name));
        assertRefused(name, "not a plain file");
    }

    @Test
    void shouldRefuseWhatTheHeapHasNoRoomFor() {
        var room = new HeapRoom(() -> 5 << 20);

        room.require(folder, 5 << 20);
        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> room.require(folder, 6 << 20))
                .withMessageContainingAll("6 MiB of Java's heap", "5 MiB are free", "-Xmx");
    }

    private void assertRefused(String file, String reason) {
        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> ModelBundle.open(folder))
                .withMessageContaining(reason)
                .satisfies(refusal -> assertThat(refusal.file()).isEqualTo(folder.resolve(file)));
    }
}
