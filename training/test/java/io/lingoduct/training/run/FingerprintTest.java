package io.lingoduct.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.bundle.Checksums;
import io.lingoduct.training.ReverseTask;
import io.lingoduct.training.config.RunConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

        var other = fingerprint(config.replace("seed: 3", "seed: 4"));

        assertThat(other.hash()).isNotEqualTo(fingerprint(config).hash());
        assertThat(other.differences(fingerprint(config))).isEqualTo("training.seed (3 there, 4 here)");
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

    @Test
    void shouldStayTheSameOnAnotherMachine() throws IOException {
        var config = ReverseTask.config(1);
        var elsewhere = config.replace(
                "threads: 2", "threads: 1\n  device: cpu\n  checkpoint-every-updates: 7\n  log-every-updates: 3");

        assertThat(fingerprint(elsewhere).hash()).isEqualTo(fingerprint(config).hash());
    }

    @Test
    void shouldBeTheHashOfItsJson() throws IOException {
        var fingerprint = fingerprint(ReverseTask.config(1));

        assertThat(fingerprint.json()).startsWith("{\"cleaning.drop-duplicates\":\"");
        assertThat(fingerprint.hash()).isEqualTo(Checksums.sha256(fingerprint.json()));
        assertThat(Fingerprint.parse(fingerprint.json())).isEqualTo(fingerprint);
    }

    @Test
    void shouldCallEverySettingAsTheConfigurationDoes() throws IOException {
        var usual = fingerprint(ReverseTask.config(1));
        var allApart = fingerprint(ReverseTask.config(1)
                        .replace("size: 320", "sharing: separate, source-size: 320, target-size: 300")
                        .replace("dropout: 0.1", "dropout: 0.1, state-dropout: 0.2, tied-embeddings: none")
                + "cleaning: {source-script: Latin, target-script: Latin}\n");

        var named = Stream.of(usual, allApart)
                .flatMap(fingerprint -> fingerprint.settings().keySet().stream())
                .filter(key -> !key.matches("data\\..*|search\\..*"));

        assertThat(named).hasSameElementsAs(keysOfSections("cleaning", "vocabulary", "network", "training"));
    }

    @Test
    void shouldChangeWithTheAugmentationIfThereIsSome() throws IOException {
        var config = ReverseTask.config(1);

        assertThat(fingerprint(config + "augmentation: {typos: 0}\n")).isEqualTo(fingerprint(config));
        assertThat(fingerprint(config + "augmentation: {typos: 0.25}\n")
                        .differences(fingerprint(config + "augmentation: {typos: 0.5}\n")))
                .isEqualTo("augmentation.typos (0.5 there, 0.25 here)");
    }

    private record Sizes(int width, int depth) {}

    private record Turned(int depth, int width) {}

    @Test
    void shouldHashComponentsByNameInWhateverOrderTheyAreDeclared() {
        assertThat(Fingerprint.hash(new Sizes(2, 3))).isEqualTo(Fingerprint.hash(new Turned(3, 2)));
    }

    @Test
    void shouldHashEveryComponent() {
        assertThat(Fingerprint.hash(Map.of("sizes", new Sizes(2, 3))))
                .isNotEqualTo(Fingerprint.hash(Map.of("sizes", new Sizes(2, 4))));
    }

    /** All that weights depend on. */
    private static List<String> keysOfSections(String... sections) {
        return RunConfigFile.reference()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.substring(0, line.indexOf(':')))
                .filter(key -> Stream.of(sections).anyMatch(section -> key.startsWith(section + ".")))
                .filter(key -> !key.matches("training\\.(threads|device|(checkpoint|log)-every-updates)"))
                .toList();
    }

    private Fingerprint fingerprint(String config) throws IOException {
        return Fingerprint.of(RunConfigFile.read(Files.writeString(folder.resolve("run.yaml"), config)));
    }
}
