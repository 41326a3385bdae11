package io.lingoduct.training.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigReader;
import io.lingoduct.training.corpus.CorpusFilter;
import java.lang.Character.UnicodeScript;
import org.junit.jupiter.api.Test;

class CleaningSectionTest {

    @Test
    void shouldTakeAnyScriptUnlessToldOtherwise() {
        assertThat(read("{target-script: cyrillic}").sourceScript()).isNull();
        assertThat(read("{source-script: any}").sourceScript()).isNull();
        assertThat(read("{target-script: cyrillic}").targetScript()).isEqualTo(UnicodeScript.CYRILLIC);
    }

    @Test
    void shouldRefuseWhatIsNoScript() {
        assertThatThrownBy(() -> read("{source-script: german}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("source-script = german: is no script of Unicode");
    }

    private static CorpusFilter read(String yaml) {
        var reader = ConfigReader.parse("a.yaml", "cleaning: " + yaml);
        var filter = CleaningSection.read(reader.root().section("cleaning"));
        reader.finish();
        return filter;
    }
}
