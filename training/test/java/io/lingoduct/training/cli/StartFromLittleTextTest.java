package io.lingoduct.training.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lingoduct.model.bundle.BundleManifest;
import io.lingoduct.model.bundle.ManifestFile;
import io.lingoduct.training.ReverseTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A good model that learns on from very little text, on a task whose words translate to words that are spelt otherwise: none
 * can be said for having been copied.
 */
class StartFromLittleTextTest {

    private static final double GOOD = 90;

    /** Longer than the sentences of the dev set, which are never learnt from. */
    private static final String NEW = "ba ke ba ke ba";

    @TempDir
    private static Path base;

    @TempDir
    private Path folder;

    @BeforeAll
    static void trainBase() throws IOException {
        var task = new ReverseTask(1);
        write(base.resolve("train"), task.sentences(1500));
        write(base.resolve("dev"), task.sentences(100));
        var run = TrainCommandRun.in(base, ReverseTask.config(6));
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    /** Writes sentences, and as their translation the same words in the same order, each spelt backwards. */
    private static void write(Path name, List<String> sentences) throws IOException {
        Files.write(Path.of(name + ".source"), sentences);
        Files.write(
                Path.of(name + ".target"),
                sentences.stream()
                        .map(sentence -> ReverseTask.reverse(
                                new StringBuilder(sentence).reverse().toString()))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30})
    void shouldBeServedAsWellAsItsFloatsTranslate(int pairs) throws IOException {
        var run = startFrom("bundle", Collections.nCopies(pairs, NEW));

        assertThat(run.err())
                .contains("Shortlist: learning from %d pairs, added to that of %s"
                        .formatted(pairs, base.resolve("bundle")));
        assertThat(floatBleu()).isGreaterThan(GOOD);
        assertThat(servedBleu()).isCloseTo(floatBleu(), within(0.5));
    }

    @Test
    void shouldKeepTheShortlistOfARunThatItStartsFrom() throws IOException {
        startFrom("run", List.of(NEW));

        assertThat(floatBleu()).isGreaterThan(GOOD);
        assertThat(servedBleu()).isCloseTo(floatBleu(), within(0.5));
    }

    @Test
    void shouldScoreTheWholeVocabularyWhereThereIsNoShortlistToAddTo() throws IOException {
        var unfinished = Files.createDirectory(folder.resolve("unfinished"));
        copy(base.resolve("run"), unfinished);
        Files.delete(unfinished.resolve("shortlist.txt"));

        var run = startFrom(unfinished.toString(), List.of(NEW));

        assertThat(run.err()).contains("Shortlist: none, since " + unfinished + " has none to add to");
        assertThat(folder.resolve("bundle/shortlist.txt")).doesNotExist();
        assertThat(servedBleu()).isCloseTo(floatBleu(), within(0.5));
    }

    /** Trains for an epoch, at a rate that changes little, and measures on the dev set of the whole task. */
    private TrainCommandRun startFrom(String start, List<String> sentences) throws IOException {
        write(folder.resolve("train"), sentences);
        for (var file : List.of("dev.source", "dev.target")) {
            Files.copy(base.resolve(file), folder.resolve(file));
        }
        var config = ReverseTask.config(1).replace("learning-rate: 0.008", "learning-rate: 1.0e-6");
        var run = TrainCommandRun.in(folder, "start-from: " + base.resolve(start) + "\n" + config);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    /** BLEU of the graph of 8-bit integers with its shortlist, as the manifest states it. */
    private double servedBleu() {
        return manifest().scores().stream()
                .filter(score ->
                        score.search().equals("greedy") && score.metric().equals("BLEU"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** BLEU of the float32 graph, which scores the whole vocabulary. */
    private double floatBleu() {
        var parity = Pattern.compile("BLEU ([\\d.]+) against")
                .matcher(manifest().provenance().parity());
        assertThat(parity.find()).isTrue();
        return Double.parseDouble(parity.group(1));
    }

    private BundleManifest manifest() {
        return ManifestFile.read(folder.resolve("bundle").resolve(ManifestFile.NAME));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var place = to.resolve(from.relativize(file).toString());
                Files.createDirectories(place.getParent());
                Files.copy(file, place);
            }
        }
    }
}
