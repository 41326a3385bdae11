package io.lingoduct.text.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {

    @TempDir
    Path folder;

    @Test
    void shouldReadPlainTextAndGzipAlike() throws IOException {
        var text = "\uFEFFeins\r\nzwei\u2028zwei\n\ndrei";
        var plain = Files.writeString(folder.resolve("a"), text);
        var packed = Files.write(folder.resolve("a.gz"), gzip(text));

        assertThat(LineFile.read(plain).lines()).containsExactly("eins\r", "zwei\u2028zwei", "", "drei");
        assertThat(LineFile.read(packed).lines()).isEqualTo(LineFile.read(plain).lines());
    }

    @Test
    void shouldNameTheLineThatIsNotUtf8() throws IOException {
        var file = folder.resolve("a");
        Files.writeString(file, "line\n".repeat(1_499));
        Files.write(file, new byte[] {'a', (byte) 0xC3, '\n', 'b', '\n'}, StandardOpenOption.APPEND);

        assertRefused(file, "line 1,500 is not valid UTF-8");
    }

    @Test
    void shouldRefuseWhatIsNoFile() {
        assertRefused(folder.resolve("gone"), "there is no such file");
        assertRefused(folder, "is a folder, not a file");
    }

    @Test
    void shouldRefuseAnEmptyFileWhateverItsName() throws IOException {
        assertRefused(Files.createFile(folder.resolve("a")), "is empty");
        assertRefused(Files.createFile(folder.resolve("a.gz")), "is empty");
        assertRefused(Files.write(folder.resolve("b.gz"), gzip("")), "is empty");
    }

    @Test
    void shouldRefuseDamagedGzip() throws IOException {
        var whole = gzip("some words that take more than a few bytes\n");
        assertRefused(Files.write(folder.resolve("a.gz"), Arrays.copyOf(whole, whole.length / 2)), "is cut short");
        assertThatThrownBy(() -> LineFile.read(Files.writeString(folder.resolve("b.gz"), "plain")))
                .isInstanceOf(InputFileException.class)
                .hasMessageContaining("b.gz: is not an intact gzip file");
    }

    @Test
    void shouldTellBothCountsOfUnequalFiles() {
        var one = new LineFile(Path.of("one"), Arrays.asList("a", "b"));
        var other = new LineFile(Path.of("other"), Arrays.asList("a"));

        one.requireSameLength(new LineFile(Path.of("same"), Arrays.asList("c", "d")));
        assertThatThrownBy(() -> one.requireSameLength(other))
                .hasMessage("one: has 2 lines, but other has 1; line N of one must belong to line N of the other");
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> LineFile.read(file))
                .isInstanceOf(InputFileException.class)
                .hasMessage(file + ": " + reason);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
