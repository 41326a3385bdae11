package io.lingoduct.training.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigReader;
import io.lingoduct.training.network.Attention;
import io.lingoduct.training.network.NetworkConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkSectionTest {

    @TempDir
    Path folder;

    @Test
    void shouldHaveADefaultForEverything() throws IOException {
        var config = read("{}");

        assertThat(config.attention()).isEqualTo(Attention.MLP);
        assertThat(config.bridging()).isFalse();
        assertThat(config.annotationSize()).isEqualTo(config.contextSize());
    }

    @Test
    void shouldLetTheAttentionSeeEmbeddingsBesideStates() throws IOException {
        var config = read("{bridging: true, embedding: 30, encoder-hidden: 40}");

        assertThat(config.contextSize()).isEqualTo(80);
        assertThat(config.annotationSize()).isEqualTo(110);
    }

    @Test
    void shouldSayHowWideTheDecoderMustBeForADotProduct() {
        assertThatThrownBy(() -> read("{attention: dot, encoder-hidden: 40, decoder-hidden: 90}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("decoder-hidden must be 80");
        assertThatThrownBy(() -> read(
                        "{attention: dot, encoder-hidden: 40, decoder-hidden: 80, bridging: true," + " embedding: 30}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("decoder-hidden must be 110");
    }

    @Test
    void shouldRefuseWhatNeedsAnAttentionWhereThereIsNone() {
        assertThatThrownBy(() -> read("{attention: none, input-feeding: true, bridging: true}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("network.input-feeding = true: feeds what was attended to")
                .hasMessageContaining("network.bridging = true: shows embeddings to the attention");
    }

    private NetworkConfig read(String section) throws IOException {
        var reader = ConfigReader.read(Files.writeString(
                folder.resolve("run.yaml"),
                """
                network: %s
                vocabulary: {size: 320}
                """
                        .formatted(section)));
        var vocabulary = VocabularySection.read(reader.root().section("vocabulary"));
        var config = NetworkSection.read(reader.root().section("network"), vocabulary);
        reader.finish();
        return config;
    }
}
