package io.lingoduct.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lingoduct.model.TestBundles;
import io.lingoduct.model.runtime.OnnxTranslator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestQualityTest {

    @TempDir
    Path folder;

    private Path manifest;

    @BeforeEach
    void writeBundle() {
        TestBundles.withBeam().write(folder);
        manifest = folder.resolve(ManifestFile.NAME);
    }

    @Test
    void shouldHandTheWeightsToWhoeverEstimates() throws IOException {
        ManifestFile.writeQuality(manifest, new BundleManifest.Quality(Map.of("bias", -0.5), "a dev set"));

        try (var translator = OnnxTranslator.load(folder)) {
            assertThat(translator.traits().qualityWeights()).containsExactly(Map.entry("bias", -0.5));
        }
    }

    @Test
    void shouldLeaveEverythingElseAsItIs() throws IOException {
        TestBundles.editManifest(folder, tree -> tree.put("of_a_later_writer", 1));
        ManifestFile.writeQuality(manifest, new BundleManifest.Quality(Map.of("bias", 1.0), "once"));
        var once = Files.readString(manifest);

        ManifestFile.writeQuality(manifest, new BundleManifest.Quality(Map.of("bias", 2.25), "again"));

        assertThat(once).contains("of_a_later_writer");
        assertThat(Files.readString(manifest))
                .isEqualTo(once.replace("\"bias\" : 1.0", "\"bias\" : 2.25").replace("once", "again"));
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".new"));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1001, -1001})
    void shouldRefuseAWeightThatDecidesAlone(double weight) {
        TestBundles.editManifest(
                folder, tree -> tree.withObject("/quality/weights").put("score", weight));

        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> ModelBundle.open(folder))
                .withMessageContaining(ManifestFile.NAME)
                .withMessageContaining("quality.weights.score must lie in [-1000, 1000]");
    }

    @Test
    void shouldRefuseASectionWithoutWeights() {
        TestBundles.editManifest(folder, tree -> tree.set("quality", JsonNodeFactory.instance.objectNode()));

        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> ModelBundle.open(folder))
                .withMessageContaining("quality has no weights");
    }
}
