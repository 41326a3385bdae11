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

        assertThat(ParallelText.read(file, file).get(0).source()).isEqualTo("café noir");
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
                .hasMessageContaining("is not a gzip file");
    }
}
