package io.lingoduct.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.Translation;
import io.lingoduct.model.runtime.OnnxTranslator;
import io.lingoduct.training.ReverseTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way, from text files to a bundle that translates, on a task whose right answers are known: reverse the words. */
class ReverseTaskTest {

    @TempDir
    static Path folder;

    private static List<String> unseen;

    @BeforeAll
    static void train() throws IOException {
        var task = new ReverseTask(7).writeInto(folder, 6000, 100);
        unseen = task.sentences(300);
        var run = TrainCommandRun.in(folder, ReverseTask.config(10));

        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void shouldReverseUnseenSentences(int beamSize) {
        try (var translator = OnnxTranslator.load(folder.resolve("bundle"))) {
            var batch = unseen.stream().map(translator::encode).toList();
            var translations = translator.translate(batch, SearchOptions.beam(beamSize)).stream()
                    .map(Translation::text)
                    .toList();
            long right = 0;
            for (int i = 0; i < unseen.size(); i++) {
                right += translations.get(i).equals(ReverseTask.reverse(unseen.get(i))) ? 1 : 0;
            }
            assertThat((double) right / unseen.size()).isGreaterThanOrEqualTo(0.99);
        }
    }

    @Test
    void shouldStateItsScoresAndProvenance() throws IOException {
        assertThat(Files.readString(folder.resolve("bundle/manifest.json")))
                .contains("\"parity\" : \"100 of 100 sentences equal token for token (100.00 %), BLEU ")
                .contains("\"search\" : \"greedy\"")
                .contains("\"search\" : \"beam 4\"");
        assertThat(Files.readString(folder.resolve("bundle/README.md"))).contains("made-up words, public domain");
    }

    @Test
    void shouldLeaveNothingUnfinishedBehind() throws IOException {
        try (var files = Files.walk(folder)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.contains("unfinished"));
        }
    }
}
