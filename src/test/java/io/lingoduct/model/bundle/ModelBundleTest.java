package io.lingoduct.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.TestBundles;
import io.lingoduct.model.TestTokenizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelBundleTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeBundle() {
        TestBundles.withBeam().write(folder);
    }

    @Test
    void shouldDescribeTheModelOfAValidBundle() {
        assertThat(ModelBundle.open(folder).info()).isEqualTo(new ModelInfo("upper-case", "1", "en", "de", 100, 4));
    }

    @Test
    void shouldRefuseAFolderThatDoesNotExist() {
        var absent = folder.resolve("absent");
        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> ModelBundle.open(absent))
                .withMessageContaining("no such folder")
                .satisfies(refusal -> assertThat(refusal.file()).isEqualTo(absent));
    }

    @Test
    void shouldRefuseAFolderWithoutAManifest() throws IOException {
        Files.delete(folder.resolve("manifest.json"));
        assertRefused("manifest.json", "no such file");
    }

    @Test
    void shouldRefuseAManifestThatIsNotJson() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), "{\"name\": ");
        assertRefused("manifest.json", "not valid JSON");
    }

    @Test
    void shouldRefuseAFormatVersionItDoesNotKnow() {
        TestBundles.editManifest(folder, manifest -> manifest.put("format_version", 2));
        assertRefused("manifest.json", "format_version is 2; this program reads version 1");
    }

    @Test
    void shouldNameAllMissingFieldsAtOnce() {
        TestBundles.editManifest(folder, manifest -> {
            manifest.remove("name");
            section(manifest, "limits").remove("output_ratio");
        });
        assertRefused("manifest.json", "/name, /limits/output_ratio");
    }

    @Test
    void shouldRefuseAFieldOfTheWrongType() {
        TestBundles.editManifest(folder, manifest -> section(manifest, "limits").put("max_source_tokens", "many"));
        assertRefused("manifest.json", "wrong type");
    }

    @Test
    void shouldReadAManifestWithAnUnknownField() {
        TestBundles.editManifest(folder, manifest -> manifest.put("added_later", true));
        assertThat(ModelBundle.open(folder).manifest().name()).isEqualTo("upper-case");
    }

    @Test
    void shouldRefuseANormalizationItDoesNotApply() {
        TestBundles.editManifest(folder, manifest -> manifest.put("normalization", "lower-case-v1"));
        assertRefused("manifest.json", "normalization is \"lower-case-v1\"");
    }

    @Test
    void shouldRefuseADefaultBeamLargerThanTheLargest() {
        TestBundles.editManifest(
                folder, manifest -> section(manifest, "decoding").put("default_beam_size", 5));
        assertRefused("manifest.json", "decoding.default_beam_size");
    }

    @Test
    void shouldRefuseAFileWithAFlippedBit() {
        TestBundles.flipBit(folder.resolve(TestBundles.GRAPH));
        assertRefused(TestBundles.GRAPH, "SHA-256");
    }

    @Test
    void shouldRefuseABundleThatLacksAListedFile() throws IOException {
        Files.delete(folder.resolve("README.md"));
        assertRefused("README.md", "missing");
    }

    @Test
    void shouldRefuseAGraphWithoutChecksum() {
        TestBundles.editManifest(folder, manifest -> section(manifest, "files").remove(TestBundles.GRAPH));
        assertRefused("manifest.json", "files has no checksum for " + TestBundles.GRAPH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc/passwd", "sub/graph.onnx", "..", "a\\b", ""})
    void shouldRefuseNamesThatLeaveTheBundle(String name) {
        TestBundles.editManifest(folder, manifest -> section(manifest, "files").put(name, "00"));
        assertRefused("manifest.json", "\"" + name + "\" is not a plain name");
    }

    @Test
    void shouldRefuseAVocabularySizeThatTheTokenizerContradicts() {
        TestBundles.editManifest(
                folder, manifest -> section(manifest, "vocabulary").put("size", 300));
        assertRefused("manifest.json", "vocabulary.size is 300, but tokenizer.json has " + TestTokenizer.SIZE);
    }

    @Test
    void shouldRefuseASpecialIdThatTheTokenizerContradicts() {
        TestBundles.editManifest(
                folder, manifest -> section(manifest, "vocabulary").put("eos_id", 40));
        assertRefused("manifest.json", "vocabulary.eos_id is 40");
    }

    @Test
    void shouldRefuseATokenizerInAnotherFormat() {
        TestBundles.replaceFile(folder, "tokenizer.json", "[]".getBytes(StandardCharsets.UTF_8));
        assertRefused("tokenizer.json", "not in the Hugging Face tokenizers format");
    }

    @Test
    void shouldOpenABundleWithoutAShortlist() {
        assertThat(ModelBundle.open(folder).shortlistFile()).isEmpty();
        assertThat(ModelBundle.open(folder).shortlist()).isEmpty();
    }

    @Test
    void shouldOfferTheShortlistOfABundle() throws IOException {
        addShortlist(TestTokenizer.EOS, 40);

        var bundle = ModelBundle.open(folder);

        assertThat(bundle.shortlistFile()).contains(folder.resolve("shortlist.txt"));
        assertThat(bundle.shortlist().orElseThrow().frequent()).containsExactly(TestTokenizer.EOS, 40);
        assertThat(bundle.shortlist().orElseThrow().candidates(41)).containsExactly(41);
    }

    @Test
    void shouldKeepASearchToTheShortlistOnlyWhereItIsWanted() throws IOException {
        addShortlist(TestTokenizer.EOS, 40);
        var bundle = ModelBundle.open(folder);
        var greedy = SearchOptions.GREEDY;

        assertThat(bundle.shortlistFor(greedy)).isEqualTo(bundle.shortlist()).isPresent();
        assertThat(bundle.shortlistFor(greedy.withoutShortlist())).isEmpty();
    }

    @Test
    void shouldLeaveAShortlistUnusedThatIsNarrowerThanTheBeam() throws IOException {
        addShortlist(TestTokenizer.EOS, 40);
        var bundle = ModelBundle.open(folder);

        assertThat(bundle.shortlistFor(SearchOptions.beam(2))).isPresent();
        assertThat(bundle.shortlistFor(SearchOptions.beam(3))).isEmpty();
    }

    @Test
    void shouldNoticeFilesThatChangeOnceItIsOpen() {
        var bundle = ModelBundle.open(folder);
        bundle.requireUnchanged();

        TestBundles.flipBit(folder.resolve(TestBundles.GRAPH));

        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(bundle::requireUnchanged)
                .withMessageContaining("SHA-256");
    }

    @Test
    void shouldRefuseAShortlistWithAFlippedBit() throws IOException {
        addShortlist(TestTokenizer.EOS);
        TestBundles.flipBit(folder.resolve("shortlist.txt"));
        assertRefused("shortlist.txt", "SHA-256");
    }

    @Test
    void shouldRefuseAShortlistWithoutChecksum() throws IOException {
        addShortlist(TestTokenizer.EOS);
        TestBundles.editManifest(folder, manifest -> section(manifest, "files").remove("shortlist.txt"));
        assertRefused("manifest.json", "files has no checksum for shortlist.txt");
    }

    @Test
    void shouldRefuseAShortlistOutsideTheBundle() {
        TestBundles.editManifest(
                folder, manifest -> section(manifest, "decoding").put("shortlist", "../shortlist.txt"));
        assertRefused("manifest.json", "\"../shortlist.txt\" is not a plain name");
    }

    @Test
    void shouldRefuseAShortlistThatLetsNoTranslationEnd() throws IOException {
        addShortlist(40);
        assertRefused("shortlist.txt", "line 2: lacks " + TestTokenizer.EOS);
    }

    @Test
    void shouldRefuseAShortlistOfAnotherVocabulary() throws IOException {
        addShortlist(TestTokenizer.EOS);
        var text = Files.readString(folder.resolve("shortlist.txt")) + "7\n";
        TestBundles.replaceFile(folder, "shortlist.txt", text.getBytes(StandardCharsets.UTF_8));
        assertRefused("shortlist.txt", "is one too many");
    }

    private void addShortlist(int... frequent) throws IOException {
        var candidates = IntStream.range(0, TestTokenizer.SIZE)
                .mapToObj(id -> new int[] {id})
                .toList();
        var file = folder.resolve("shortlist.txt");
        Shortlist.of(TestTokenizer.SIZE, frequent, candidates).write(file);
        TestBundles.replaceFile(folder, "shortlist.txt", Files.readAllBytes(file));
        TestBundles.editManifest(
                folder, manifest -> section(manifest, "decoding").put("shortlist", "shortlist.txt"));
    }

    @Test
    void shouldReadBackTheManifestItWrote() throws IOException {
        var manifest = ManifestFile.read(folder.resolve("manifest.json"));
        var copy = folder.resolve("copy.json");
        ManifestFile.write(copy, manifest);
        assertThat(ManifestFile.read(copy)).isEqualTo(manifest);
    }

    private void assertRefused(String file, String reason) {
        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> ModelBundle.open(folder))
                .withMessageContaining(reason)
                .satisfies(refusal -> assertThat(refusal.file()).isEqualTo(folder.resolve(file)));
    }

    private static ObjectNode section(ObjectNode manifest, String name) {
        return manifest.withObject("/" + name);
    }
}
