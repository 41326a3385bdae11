package io.lingoduct.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.Translation;
import io.lingoduct.model.runtime.OnnxTranslator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles that are exported anew. */
class ExportCommandTest {

    private static final List<String> SOURCES = List.of("ba ke li", "wax", "nu pa si mo ba", "li li ke");

    @TempDir
    private static Path base;

    @TempDir
    private Path folder;

    @BeforeAll
    static void trainBase() throws IOException {
        TrainCommandRun.trainReverseTask(base);
    }

    @Test
    void shouldWriteABundleThatSaysTheSame() throws IOException {
        var place = folder.resolve("anew");

        var run = export(base.resolve("bundle"), place);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("New graph against the old one", "200 of 200");
        assertThat(translations(place)).isEqualTo(translations(base.resolve("bundle")));
        assertThat(place.resolve("README.md")).hasSameTextualContentAs(base.resolve("bundle/README.md"));
    }

    @Test
    void shouldReplaceTheBundleItselfWhereThatIsAskedFor() throws IOException {
        var place = folder.resolve("anew");
        assertThat(export(base.resolve("bundle"), place).exitCode()).isZero();

        assertThat(export(place, place).exitCode()).isZero();

        assertThat(translations(place)).isEqualTo(translations(base.resolve("bundle")));
        assertThat(folder).isDirectoryNotContaining(path -> !path.endsWith("anew"));
    }

    @Test
    void shouldRefuseWhatIsNoBundle() {
        var run = export(folder, folder.resolve("anew"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no such file; a model bundle is a folder with a manifest.json");
    }

    @Test
    void shouldRefuseABundleThatDoesNotSayHowItsNetworkIsBuilt() throws IOException {
        var place = folder.resolve("bundle");
        assertThat(export(base.resolve("bundle"), place).exitCode()).isZero();
        var manifest = place.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"config\"", "\"other\""));

        var run = export(place, place);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("holds no configuration in provenance.config");
    }

    @Test
    void shouldReadAConfigurationThatWasWrittenForAnotherMachine() throws IOException {
        var place = folder.resolve("bundle");
        assertThat(export(base.resolve("bundle"), place).exitCode()).isZero();
        var manifest = place.resolve("manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace("\"config\" : \"", "\"config\" : \"# mine\\n---\\n")
                        .replace("train.source", "\\\"${ENV:LINGODUCT_NOT_SET}/train.source\\\""));

        var run = export(place, folder.resolve("anew"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(folder.resolve("anew/manifest.json")).content().contains("# mine\\n---\\n", "LINGODUCT_NOT_SET");
    }

    private static TrainCommandRun export(Path model, Path output) {
        return TrainCommandRun.ofCommand("export", "--model", model.toString(), "--output", output.toString());
    }

    private static List<Translation> translations(Path bundle) {
        try (var translator = OnnxTranslator.load(bundle)) {
            List<EncodedSegment> segments =
                    SOURCES.stream().map(translator::encode).toList();
            return translator.translate(segments, translator.defaultSearch());
        }
    }
}
