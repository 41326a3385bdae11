package io.lingoduct.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.ReverseTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that start from the weights of another. */
class StartFromTest {

    @TempDir
    private static Path base;

    @TempDir
    private Path folder;

    @BeforeAll
    static void trainBase() throws IOException {
        TrainCommandRun.trainReverseTask(base);
    }

    @BeforeEach
    void writeTask() throws IOException {
        writeTask(folder);
    }

    private static void writeTask(Path folder) throws IOException {
        new ReverseTask(1).writeInto(folder, 200, 20);
    }

    private static String startFromBundle() {
        return "start-from: " + base.resolve("bundle") + "\n";
    }

    private static String start() {
        return "start-from: " + base.resolve("run") + "\n";
    }

    @Test
    void shouldStartWithTheBestWeightsAndTheVocabularyOfTheOtherRun() throws IOException {
        var run = TrainCommandRun.in(folder, start() + withoutProgress());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .containsPattern("Starting from the vocabulary and weights of .*run: epoch \\d, dev BLEU")
                .doesNotContain("tokens learnt");
        assertThat(folder.resolve("run/tokenizer.json")).hasSameBinaryContentAs(base.resolve("run/tokenizer.json"));
        assertThat(devPerplexity(folder, 1)).isEqualTo(devPerplexity(base, 3));
    }

    @Test
    void shouldStartWithTheWeightsAndTheVocabularyOfABundle() throws IOException {
        var run = TrainCommandRun.in(folder, startFromBundle() + withoutProgress());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .containsPattern("Starting from the vocabulary and weights of .*bundle: reverse \\d")
                .doesNotContain("tokens learnt");
        assertThat(folder.resolve("run/tokenizer.json")).hasSameBinaryContentAs(base.resolve("bundle/tokenizer.json"));
        assertThat(devPerplexity(folder, 1)).isEqualTo(devPerplexity(base, 3));
        assertThat(folder.resolve("bundle/README.md"))
                .content()
                .contains("learning-rate: 1.0e-7", "learning-rate: 0.008");
    }

    @Test
    void shouldStartFromABundleThatStartedFromAnother() throws IOException {
        assertThat(TrainCommandRun.in(folder, startFromBundle() + withoutProgress())
                        .exitCode())
                .isZero();
        var further = Files.createDirectory(folder.resolve("further"));
        writeTask(further);

        var run = TrainCommandRun.in(further, "start-from: ../bundle\n" + withoutProgress());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(devPerplexity(further, 1)).isEqualTo(devPerplexity(base, 3));
    }

    @Test
    void shouldRefuseABundleOfAnotherShape() throws IOException {
        var run = TrainCommandRun.in(
                folder, startFromBundle() + ReverseTask.config(1).replace("encoder-hidden: 48", "cell: gru"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("start-from = ").contains("cell LSTM there and GRU here");
    }

    @Test
    void shouldRefuseADamagedBundle() throws IOException {
        var damaged = Files.createDirectory(folder.resolve("damaged"));
        Files.writeString(damaged.resolve("manifest.json"), "{}");

        var run = TrainCommandRun.in(folder, "start-from: damaged\n" + ReverseTask.config(1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("start-from = ").contains("format_version is absent");
    }

    @Test
    void shouldTakeOtherTextAndOtherDropout() throws IOException {
        new ReverseTask(2).write(folder.resolve("more"), 100);
        var config = ReverseTask.config(1)
                .replace("train.source", "more.source")
                .replace("train.target", "more.target")
                .replace("dropout: 0.1", "dropout: 0.3");

        assertThat(TrainCommandRun.in(folder, start() + config).exitCode()).isZero();
    }

    @Test
    void shouldTellInTheModelCardWhatItStartedFrom() throws IOException {
        assertThat(TrainCommandRun.in(folder, start() + withoutProgress()).exitCode())
                .isZero();

        assertThat(folder.resolve("bundle/README.md"))
                .content()
                .contains("start-from: " + base, "# start-from: the run of this configuration")
                .contains("learning-rate: 1.0e-7", "learning-rate: 0.008");
    }

    @Test
    void shouldRefuseWeightsOfANetworkOfAnotherShape() throws IOException {
        var run =
                TrainCommandRun.in(folder, start() + ReverseTask.config(1).replace("encoder-hidden: 48", "cell: gru"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("start-from = ")
                .contains("cell LSTM there and GRU here")
                .contains("encoder-hidden 48 there and");
    }

    @Test
    void shouldRefuseAFolderThatHoldsNoRun() throws IOException {
        var run = TrainCommandRun.in(folder, "start-from: nowhere\n" + ReverseTask.config(1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("nowhere: is neither the folder of a run nor a model bundle");
    }

    @Test
    void shouldRefuseItsOwnFolder() throws IOException {
        var run = TrainCommandRun.in(folder, "start-from: run\n" + ReverseTask.config(1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is this run's own folder");
    }

    @Test
    void shouldRefuseAVocabularyForEachLanguageWhereTheOtherRunHasOne() throws IOException {
        var run = TrainCommandRun.in(
                folder,
                start()
                        + ReverseTask.config(1)
                                .replace("{size: 320", "{sharing: separate, source-size: 290, target-size: 290")
                                .replace("dropout: 0.1", "dropout: 0.1, tied-embeddings: target"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("has one vocabulary for both languages; set vocabulary.sharing to joint");
    }

    @Test
    void shouldNotGoOnFromOtherWeightsThanItStartedFrom() throws IOException {
        assertThat(TrainCommandRun.in(folder, start() + ReverseTask.config(1)).exitCode())
                .isZero();
        Files.move(folder.resolve("run"), folder.resolve("base-of-another"));

        var other = "start-from: base-of-another\n" + ReverseTask.config(1);
        assertThat(TrainCommandRun.in(folder, other).exitCode()).isZero();
        var run = TrainCommandRun.in(folder, start() + ReverseTask.config(1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("holds a run of another configuration or of other data: start-from (its content);");
    }

    /** A run that changes next to nothing: what it measures is what it started with. */
    private static String withoutProgress() {
        return ReverseTask.config(1).replace("learning-rate: 0.008", "learning-rate: 1.0e-7");
    }

    private static String devPerplexity(Path of, int epoch) throws IOException {
        var event = Pattern.compile(
                        "\"event\":\"epoch_end\",\"epoch\":%d,.*?\"dev_perplexity\":([\\d.]{4})".formatted(epoch))
                .matcher(Files.readString(of.resolve("run/metrics.jsonl")));
        assertThat(event.find()).isTrue();
        return event.group(1);
    }
}
