package io.lingoduct.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {

    @TempDir
    private Path folder;

    @Test
    void shouldReadTextWithoutItsByteOrderMark() throws Exception {
        assertThat(TextFile.read(file("\uFEFFä: 😀".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("ä: 😀");
    }

    @Test
    void shouldPointAtTheLineThatIsNotUtf8() throws IOException {
        var latin1 = file("a: 1\nb: ä\nc: 1\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> TextFile.read(latin1)).hasMessage("is not UTF-8 text (line 2)");
    }

    @Test
    void shouldRefuseACharacterThatIsCutOff() throws IOException {
        assertThatThrownBy(() -> TextFile.read(file(new byte[] {'a', '\n', (byte) 0xC3})))
                .hasMessage("is not UTF-8 text (line 2)");
    }

    @Test
    void shouldNameUtf16() throws IOException {
        assertThatThrownBy(() -> TextFile.read(file("a: 1".getBytes(StandardCharsets.UTF_16))))
                .hasMessage("is UTF-16, expected UTF-8");
    }

    @Test
    void shouldRefuseAFileThatIsNoConfigurationForItsSizeAlone() throws IOException {
        assertThat(Files.size(file(new byte[TextFile.MAX_BYTES]))).isEqualTo(TextFile.MAX_BYTES);
        assertThatThrownBy(() -> TextFile.read(file(new byte[TextFile.MAX_BYTES + 1])))
                .hasMessage("is larger than 1048576 bytes");
    }

    @Test
    void shouldSayWhatStandsInTheFilesPlace() {
        assertThatThrownBy(() -> TextFile.read(folder)).hasMessage("is a folder, not a file");
        assertThatThrownBy(() -> TextFile.read(folder.resolve("none"))).hasMessage("no such file");
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }
}
