package io.lingoduct.training.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigReader;
import io.lingoduct.training.augment.AugmentationShares;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AugmentationSectionTest {

    @TempDir
    Path folder;

    @Test
    void shouldChangeNothingUnlessTold() throws IOException {
        assertThat(read("{}")).isEqualTo(AugmentationShares.NONE);
    }

    @Test
    void shouldReadEveryKey() throws IOException {
        assertThat(read("{placeholders: 0.1, numbers: 0.2, lower-case: 0.3, marks: 0.4, typos: 0.5, abbreviations: 0.6,"
                        + " apostrophes: 0.7}"))
                .isEqualTo(new AugmentationShares(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7));
    }

    @Test
    void shouldRefuseWhatIsNoShare() {
        assertThatThrownBy(() -> read("{placeholders: 15, typos: -0.1}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("augmentation.placeholders = 15")
                .hasMessageContaining("augmentation.typos = -0.1");
    }

    private AugmentationShares read(String augmentation) throws IOException {
        var reader = ConfigReader.read(Files.writeString(folder.resolve("run.yaml"), "augmentation: " + augmentation));
        var shares = AugmentationSection.read(reader.root().section("augmentation"));
        reader.finish();
        return shares;
    }
}
