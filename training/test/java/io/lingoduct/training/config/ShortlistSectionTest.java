package io.lingoduct.training.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigReader;
import io.lingoduct.training.shortlist.ShortlistOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortlistSectionTest {

    @TempDir
    Path folder;

    @Test
    void shouldMakeAShortlistUnlessToldOtherwise() throws IOException {
        assertThat(read("{}").enabled()).isTrue();
        assertThat(read("{enabled: false}").enabled()).isFalse();
    }

    @Test
    void shouldReadEveryKey() throws IOException {
        assertThat(read("{enabled: true, candidates: 7, frequent: 90, min-probability: 0.02, iterations: 3}"))
                .isEqualTo(new ShortlistOptions(true, 7, 90, 0.02, 3));
    }

    @Test
    void shouldReportAllFaultsAtOnce() {
        assertThatThrownBy(() -> read("{candidates: -1, frequent: many, min-probability: 2, iterations: 0}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("shortlist.candidates = -1: expected a whole number from 0 to 10000")
                .hasMessageContaining("shortlist.frequent = many")
                .hasMessageContaining("shortlist.min-probability = 2")
                .hasMessageContaining("shortlist.iterations = 0");
    }

    @Test
    void shouldBeAmongTheKeysThatTheHelpExplains() {
        assertThat(RunConfigFile.reference())
                .contains("shortlist.enabled: true or false; default true")
                .contains("shortlist.candidates: ");
    }

    private ShortlistOptions read(String shortlist) throws IOException {
        var reader = ConfigReader.read(Files.writeString(folder.resolve("run.yaml"), "shortlist: " + shortlist));
        var options = ShortlistSection.read(reader.root().section("shortlist"));
        reader.finish();
        return options;
    }
}
