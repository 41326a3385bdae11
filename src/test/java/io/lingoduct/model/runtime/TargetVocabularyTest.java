package io.lingoduct.model.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.TestBundles;
import io.lingoduct.model.TestTokenizer;
import io.lingoduct.model.Translation;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.ManifestFile;
import io.lingoduct.model.bundle.ModelBundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles whose languages have a vocabulary each. The target's has H and J the other way round. */
class TargetVocabularyTest {

    private static final String NAME = "tokenizer.target.json";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @BeforeEach
    void writeBundle() throws IOException {
        TestBundles.withBeam().write(folder);
        var target = (ObjectNode) JSON.readTree(TestTokenizer.json());
        target.withObject("/model/vocab").put("H", TestTokenizer.id('J')).put("J", TestTokenizer.id('H'));
        TestBundles.replaceFile(folder, NAME, target.toString().getBytes(StandardCharsets.UTF_8));
        edit(TestTokenizer.SIZE, NAME);
    }

    @Test
    void shouldReadWithTheSourcesTokenizerAndWriteWithTheTargets() {
        try (var translator = OnnxTranslator.load(folder)) {
            var segment = translator.encode("hello jim");

            assertThat(translator.translate(List.of(segment), SearchOptions.GREEDY))
                    .extracting(Translation::text)
                    .containsExactly("JELLO HIM");
        }
    }

    @Test
    void shouldRefuseATargetSizeThatItsTokenizerContradicts() {
        edit(300, NAME);

        assertRefused("vocabulary.target.size is 300, but " + NAME + " has " + TestTokenizer.SIZE + " tokens");
    }

    @Test
    void shouldRefuseATargetVocabularyWithoutAFile() {
        TestBundles.editManifest(
                folder, manifest -> manifest.withObject("/vocabulary/target").remove("tokenizer"));

        assertRefused("vocabulary.target.tokenizer names no file");
    }

    @Test
    void shouldRefuseATargetTokenizerWithoutAChecksum() {
        TestBundles.editManifest(
                folder, manifest -> manifest.withObject("/files").remove(NAME));

        assertRefused("files has no checksum for " + NAME);
    }

    @Test
    void shouldRefuseATargetTokenizerOutsideOfTheBundle() {
        edit(TestTokenizer.SIZE, "../" + NAME);

        assertRefused("\"../" + NAME + "\" is not a plain name");
    }

    @Test
    void shouldRefuseSpecialIdsThatTheTargetTokenizerLacks() throws IOException {
        var target = (ObjectNode) JSON.readTree(folder.resolve(NAME).toFile());
        target.putArray("added_tokens");
        TestBundles.replaceFile(folder, NAME, target.toString().getBytes(StandardCharsets.UTF_8));

        assertRefused("but " + NAME + " marks no added token with that id as special");
    }

    @Test
    void shouldReadBackTheManifestItWrote() throws IOException {
        var manifest = ManifestFile.read(folder.resolve("manifest.json"));
        var copy = folder.resolve("copy.json");
        ManifestFile.write(copy, manifest);

        assertThat(ManifestFile.read(copy)).isEqualTo(manifest);
        assertThat(Files.readString(copy)).contains("\"tokenizer\" : \"" + NAME + "\"");
    }

    private void edit(int size, String name) {
        TestBundles.editManifest(folder, manifest -> manifest.withObject("/vocabulary/target")
                .put("size", size)
                .put("tokenizer", name));
    }

    private void assertRefused(String reason) {
        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> ModelBundle.open(folder))
                .withMessageContaining(reason);
    }
}
