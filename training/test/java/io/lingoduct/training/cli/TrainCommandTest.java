package io.lingoduct.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.runtime.OnnxTranslator;
import io.lingoduct.training.ReverseTask;
import io.lingoduct.training.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeTask() throws IOException {
        new ReverseTask(1).writeInto(folder, 200, 20);
    }

    @Test
    void shouldReportAllFaultsOfAConfigurationAtOnce() throws IOException {
        var run = train(ReverseTask.config(2)
                .replace("epochs: 2", "epochs: zero")
                .replace("dropout: 0.1", "dropout: 7")
                .replace("target-language: eo", "target-language: en")
                .replace("threads: 2", "thread: 2"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("training.epochs = zero")
                .contains("network.dropout = 7")
                .contains("target-language = en: is the source language too")
                .contains("training.thread: unknown key");
    }

    @Test
    void shouldNameTheTagOfALanguageThatIsCalledByItsName() throws IOException {
        var run = train(ReverseTask.config(1)
                .replace("source-language: en", "source-language: english")
                .replace("target-language: eo", "target-language: epo"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("source-language = english: not a BCP 47 language tag: use en")
                .contains("target-language = epo: not the shortest tag of this language: use eo");
    }

    @Test
    void shouldNotTieWhatIsSeparate() throws IOException {
        var run = train(
                ReverseTask.config(1).replace("{size: 320", "{sharing: separate, kind: word, dropout: 0.1, size: 320"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("network.tied-embeddings: all, the default, needs vocabulary.sharing: joint")
                .contains("vocabulary.dropout = 0.1: needs vocabulary.kind: bpe");
    }

    @Test
    void shouldTrainOnWordsCutAnewForEachEpoch() throws IOException {
        assertThat(train(ReverseTask.config(1)).exitCode()).isZero();
        var ordinary = trainingLosses();

        var run = train(ReverseTask.config(1).replace("{size: 320", "{dropout: 0.3, size: 320"), "--restart");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(trainingLosses()).isNotEqualTo(ordinary);
    }

    private List<String> trainingLosses() throws IOException {
        return Files.readAllLines(folder.resolve("run/metrics.jsonl")).stream()
                .filter(line -> line.contains("train_loss"))
                .map(line -> line.replaceAll(".*\"train_loss\":([^,]+),.*", "$1"))
                .toList();
    }

    @Test
    void shouldTrainWithAVocabularyForEachLanguage() throws IOException {
        var run = train(ReverseTask.config(1)
                .replace("{size: 320", "{sharing: separate, kind: word, source-size: 290, target-size: 283")
                .replace("dropout: 0.1}", "tied-embeddings: target}")
                .replace("label: reversal", "label: reversal\n  scoring: {tokenizer: none, lowercase: true}"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        try (var translator = OnnxTranslator.load(folder.resolve("bundle"))) {
            assertThat(translator.countTokens("ba ke")).isEqualTo(2);
        }
        assertThat(folder.resolve("bundle/manifest.json"))
                .content()
                .contains("\"tokenizer\" : \"tokenizer.target.json\"")
                .contains("case:lc|eff:no|tok:none");
    }

    @Test
    void shouldNotContinueARunOfAnotherConfiguration() throws IOException {
        assertThat(train(ReverseTask.config(1)).exitCode()).isZero();

        var run = train(ReverseTask.config(1).replace("learning-rate: 0.008", "learning-rate: 0.02"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("training.learning-rate (0.008 there, 0.02 here);")
                .contains("--restart");
    }

    @Test
    void shouldNotUseTheVocabularyOfAnotherConfigurationBeforeTheFirstCheckpoint() throws IOException {
        assertThat(train(ReverseTask.config(1)).exitCode()).isZero();
        for (var checkpoint : checkpoints()) {
            Folders.delete(checkpoint);
        }

        var run = train(ReverseTask.config(1).replace("size: 320", "size: 300"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("another configuration").contains("vocabulary.size (320 there, 300 here)");
    }

    @Test
    void shouldStartOverWhenTold() throws IOException {
        assertThat(train(ReverseTask.config(1)).exitCode()).isZero();

        var run = train(ReverseTask.config(1).replace("size: 320", "size: 300"), "--restart");

        assertThat(run.exitCode()).isZero();
    }

    @Test
    void shouldNotTouchAFolderThatHoldsOtherFiles() throws IOException {
        Files.createDirectories(folder.resolve("bundle"));
        Files.writeString(folder.resolve("bundle/thesis.txt"), "years of work");

        var run = train(ReverseTask.config(1), "--restart");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("holds other files");
        assertThat(folder.resolve("bundle/thesis.txt")).exists();
    }

    @Test
    void shouldNotReplaceTheRunByItsBundle() throws IOException {
        var config = Files.writeString(folder.resolve("config.yaml"), ReverseTask.config(1));
        var place = folder.resolve("both");

        var run = TrainCommandRun.of(
                "--config",
                config.toString(),
                "--run-dir",
                place.resolve("run").toString(),
                "--output",
                place.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("holds the run's folder").contains("--output");
        assertThat(place).doesNotExist();
    }

    @Test
    void shouldSayThatACheckpointIsDamaged() throws IOException {
        assertThat(train(ReverseTask.config(1)).exitCode()).isZero();
        for (var checkpoint : checkpoints()) {
            Files.writeString(checkpoint.resolve("optimizer.pt"), "not an archive");
        }

        var run = train(ReverseTask.config(1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("optimizer.pt: is damaged").doesNotContain("frame #");
    }

    @Test
    void shouldGoOnWithAnotherNumberOfThreads() throws IOException {
        assertThat(train(ReverseTask.config(1)).exitCode()).isZero();

        var run = train(ReverseTask.config(1).replace("threads: 2", "threads: 1"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("Resuming after update");
    }

    @Test
    void shouldRefuseADeviceThatIsNotThere() throws IOException {
        var run = train(ReverseTask.config(1).replace("threads: 2", "device: cuda:63"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("training.device = cuda:63");
    }

    @Test
    void shouldExportAFinishedRunAgainWithAnotherShortlist() throws IOException {
        var first = train(ReverseTask.config(1) + "shortlist: {enabled: true}\n");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.err())
                .contains("Shortlist: learning from 181 pairs")
                .containsPattern("Shortlist: [\\d.]+ candidates per source token on average, 100.0 % of the dev set's");
        var all = ModelBundle.open(folder.resolve("bundle")).shortlist().orElseThrow();

        assertThat(train(ReverseTask.config(1) + "shortlist: {enabled: true, frequent: 2, candidates: 1}\n")
                        .exitCode())
                .isZero();
        var few = ModelBundle.open(folder.resolve("bundle")).shortlist().orElseThrow();

        assertThat(few.frequent()).hasSize(3);
        assertThat(all.frequent()).hasSizeGreaterThan(3).contains(few.frequent());
        assertThat(train(ReverseTask.config(1) + "shortlist: {enabled: false}\n")
                        .exitCode())
                .isZero();
        assertThat(ModelBundle.open(folder.resolve("bundle")).shortlist()).isEmpty();
        assertThat(folder.resolve("bundle/shortlist.txt")).doesNotExist();
    }

    @Test
    void shouldLogARunAsLinesOfJsonAndReportIt() throws IOException {
        assertThat(train(ReverseTask.config(1)).exitCode()).isZero();

        assertThat(Files.readString(folder.resolve("run/metrics.jsonl")))
                .contains("{\"event\":\"epoch_end\",\"epoch\":1")
                .contains("{\"event\":\"samples\",\"epoch\":1")
                .contains("{\"event\":\"alignments\",\"epoch\":1");
        assertThat(folder.resolve("run/report.html")).isNotEmptyFile();
    }

    @Test
    void shouldWriteNumbersTheSameInEveryCountry() throws IOException {
        var config = ReverseTask.config(1);
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            var run = train(config);

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.err())
                    .doesNotContainPattern("(?U)(?![0-9])\\d")
                    .containsPattern("Best dev BLEU \\d+\\.\\d\\d,");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void shouldWriteNoBundleOfWeightsThatAreNoBetterThanGuessing() throws IOException {
        var run = train(ReverseTask.config(1)
                .replace("learning-rate: 0.008", "learning-rate: 1")
                .replace("warmup-updates: 50", "warmup-updates: 0"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .containsPattern("the best weights have a dev perplexity of \\S+, and guessing has one of \\d+")
                .contains("lower training.learning-rate")
                .contains("no bundle was written");
        assertThat(folder.resolve("bundle")).doesNotExist();
    }

    @Test
    void shouldExplainAMissingOption() {
        var run = TrainCommandRun.of();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--config").contains("./lingoduct train --help");
    }

    private List<Path> checkpoints() throws IOException {
        try (var entries = Files.list(folder.resolve("run"))) {
            return entries.filter(path -> path.getFileName().toString().startsWith("update-"))
                    .toList();
        }
    }

    private TrainCommandRun train(String config, String... more) throws IOException {
        return TrainCommandRun.in(folder, config, more);
    }
}
