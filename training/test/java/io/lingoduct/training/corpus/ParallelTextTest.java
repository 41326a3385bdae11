package io.lingoduct.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.training.files.UnusableFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParallelTextTest {

    @TempDir
    Path folder;

    @Test
    void shouldReadGzipAndPlainFilesAlike() throws IOException {
        var source = folder.resolve("a.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(source))) {
            out.write("eins\nzwei\n".getBytes(StandardCharsets.UTF_8));
        }
        var target = Files.writeString(folder.resolve("b"), "one\ntwo");

        assertThat(ParallelText.read(source, target))
                .containsExactly(new SentencePair("eins", "one"), new SentencePair("zwei", "two"));
    }

    @Test
    void shouldNormaliseEverySentence() throws IOException {
        var file = Files.writeString(folder.resolve("a"), "\u00a0cafe\u0301  noir\t\n");
        var other = Files.writeString(folder.resolve("b"), "x\n");

        assertThat(ParallelText.read(file, other).get(0).source()).isEqualTo("café noir");
    }

    @Test
    void shouldKeepEmptyLinesSoThatTheOthersStayInStep() throws IOException {
        var source = Files.writeString(folder.resolve("a"), "eins\n\ndrei\n");
        var target = Files.writeString(folder.resolve("b"), "one\ntwo\nthree\n");

        assertThat(ParallelText.read(source, target))
                .extracting(SentencePair::source)
                .containsExactly("eins", "", "drei");
    }

    @Test
    void shouldRefuseAnEmptyFile() throws IOException {
        var file = Files.writeString(folder.resolve("a"), "");

        assertThatThrownBy(() -> ParallelText.read(file, file))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("is empty");
    }

    @Test
    void shouldRefuseAGzipFileThatIsNone() throws IOException {
        var file = Files.writeString(folder.resolve("a.gz"), "plain");

        assertThatThrownBy(() -> ParallelText.read(file, file))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("is not an intact gzip file");
    }

    @Test
    void shouldNameTheVeryLineThatIsNotUtf8() throws IOException {
        var file = folder.resolve("a");
        try (var out = Files.newOutputStream(file)) {
            for (int line = 1; line < 1500; line++) {
                out.write("ein Satz mit Umläuten\n".getBytes(StandardCharsets.UTF_8));
            }
            out.write(new byte[] {'a', (byte) 0xc3, '\n', 'b', '\n'});
        }

        assertThatThrownBy(() -> ParallelText.read(file, file))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage(file + ": line 1,500 is not valid UTF-8");
    }

    @Test
    void shouldCallAnEmptyGzipFileEmpty() throws IOException {
        var file = Files.createFile(folder.resolve("a.gz"));

        assertThatThrownBy(() -> ParallelText.read(file, file)).hasMessage(file + ": is empty");
    }

    @Test
    void shouldRefuseOneLanguageTwice() throws IOException {
        var source = Files.writeString(folder.resolve("a"), "one\ntwo\n");
        var target = Files.writeString(folder.resolve("b"), "one\ntwo\n");

        assertThatThrownBy(() -> ParallelText.read(source, target))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("one language twice");
    }

    @Test
    void shouldEndLinesAtLineFeedsOnly() throws IOException {
        var source = Files.writeString(folder.resolve("a"), "\ufeffeins\r\nzw\rei\n");
        var target = Files.writeString(folder.resolve("b"), "one\ntwo\n");

        assertThat(ParallelText.read(source, target))
                .extracting(SentencePair::source)
                .containsExactly("eins", "zw ei");
    }
}
