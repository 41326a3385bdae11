package io.lingoduct.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.ReverseTask;
import io.lingoduct.training.config.RunConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeTask() throws IOException {
        new ReverseTask(1).writeInto(folder, 5, 5);
    }

    @Test
    void shouldStayTheSameWithAnotherShortlist() throws IOException {
        var config = ReverseTask.config(1);

        assertThat(fingerprint(config + "shortlist: {candidates: 3, frequent: 9, iterations: 2}\n"))
                .isEqualTo(fingerprint(config));
        assertThat(fingerprint(config + "shortlist: {enabled: false}\n")).isEqualTo(fingerprint(config));
    }

    @Test
    void shouldChangeWithWhatTheWeightsDependOn() throws IOException {
        var config = ReverseTask.config(1);

        assertThat(fingerprint(config.replace("seed: 3", "seed: 4"))).isNotEqualTo(fingerprint(config));
    }

    @Test
    void shouldChangeWithTheTestSetThatIsKeptOutOfLearning() throws IOException {
        var config = ReverseTask.config(1);
        Files.writeString(folder.resolve("test.source"), "ba ke\n");
        Files.writeString(folder.resolve("test.target"), "ke ba\n");
        var tested = config.replace("data:", "data:\n  test: {source: test.source, target: test.target}");
        var before = fingerprint(tested);

        Files.writeString(folder.resolve("test.source"), "li ke\n");

        assertThat(before).isNotEqualTo(fingerprint(config)).isNotEqualTo(fingerprint(tested));
    }

    private String fingerprint(String config) throws IOException {
        return Fingerprint.of(RunConfigFile.read(Files.writeString(folder.resolve("run.yaml"), config)));
    }
}
