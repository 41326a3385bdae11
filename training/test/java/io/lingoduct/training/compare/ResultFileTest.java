package io.lingoduct.training.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.lingoduct.training.files.UnusableFileException;
import io.lingoduct.training.network.Cell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {

    @TempDir
    Path folder;

    private final CellResult result =
            new Figures().cell(Cell.LSTM, 35.25, 200).build().cells().get(0);

    @Test
    void shouldReadWhatItWrote() throws IOException {
        file("same").write(result);

        assertThat(file("same").read()).contains(result);
    }

    @Test
    void shouldNotReadAResultOfOtherSettings() throws IOException {
        file("one").write(result);

        assertThat(file("other").read()).isEmpty();
    }

    @Test
    void shouldHaveNothingBeforeTheFirstWrite() throws IOException {
        assertThat(file("same").read()).isEmpty();
    }

    @Test
    void shouldSayThatAFileIsDamaged() throws IOException {
        Files.writeString(folder.resolve("lstm.json"), "{\"settings\": \"same\", \"result\": {\"cell\"");

        assertThatThrownBy(() -> file("same").read())
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("lstm.json: is damaged; delete it");
    }

    private ResultFile<CellResult> file(String settings) {
        return new ResultFile<>(folder.resolve("lstm.json"), settings, new TypeReference<>() {});
    }
}
