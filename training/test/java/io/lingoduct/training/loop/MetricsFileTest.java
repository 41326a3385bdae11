package io.lingoduct.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFileTest {

    @TempDir
    Path folder;

    @Test
    void shouldAppendOneLinePerEvent() throws IOException {
        var file = folder.resolve("metrics.jsonl");
        new MetricsFile(file).updated(new TrainingListener.Updates(50, 1, 5.5, 0.001, 2, 900, 60));
        new MetricsFile(file).resumed(50);

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"event\":\"updates\",\"update\":50,\"epoch\":1,\"loss\":5.5,\"learningRate\":0.001,"
                                + "\"gradientNorm\":2.0,\"tokensPerSecond\":900.0,\"seconds\":60.0}",
                        "{\"event\":\"resumed\",\"update\":50}");
    }

    @Test
    void shouldHoldNoSentences() throws IOException {
        var file = folder.resolve("metrics.jsonl");
        var scores = new Validation.Scores(9, 30, List.of("Ein Geheimnis."));

        new MetricsFile(file)
                .validated(new TrainingListener.Validated(1, 50, 5.5, scores, 900, 60, true), TestRun.network());

        assertThat(Files.readString(file)).contains("\"devBleu\":30.0").doesNotContain("Geheimnis");
    }
}
