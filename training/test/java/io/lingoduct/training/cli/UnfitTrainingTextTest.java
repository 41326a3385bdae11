package io.lingoduct.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.ReverseTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code train} says of text that cannot be trained on. */
class UnfitTrainingTextTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeTask() throws IOException {
        new ReverseTask(1).writeInto(folder, 200, 20);
    }

    @Test
    void shouldRefuseFilesOfUnequalLength() throws IOException {
        Files.writeString(folder.resolve("train.target"), "ba\n");

        var run = train(ReverseTask.config(1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("train.target: has 1 lines, but").contains("200");
    }

    @Test
    void shouldRefuseAMissingFile() throws IOException {
        Files.delete(folder.resolve("dev.source"));

        var run = train(ReverseTask.config(1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("dev.source: there is no such file");
    }

    @Test
    void shouldRefuseTextThatIsNotUtf8() throws IOException {
        Files.write(folder.resolve("train.source"), new byte[] {'a', '\n', (byte) 0xff, '\n'});

        var run = train(ReverseTask.config(1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("train.source: line 2 is not valid UTF-8");
    }

    @Test
    void shouldRefuseAnEmptyFile() throws IOException {
        Files.writeString(folder.resolve("train.target"), "");

        var run = train(ReverseTask.config(1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("train.target: is empty");
    }

    @Test
    void shouldRefuseAnEmptyLineInTheDevSet() throws IOException {
        Files.writeString(folder.resolve("dev.source"), "ba ke\nli\n");
        Files.writeString(folder.resolve("dev.target"), "ke ba\n \n");

        var run = train(ReverseTask.config(1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("dev.target: line 2 is empty");
    }

    @Test
    void shouldRefuseOneLanguageTwice() throws IOException {
        Files.copy(folder.resolve("train.source"), folder.resolve("train.copy"));

        var run = train(ReverseTask.config(1).replace("target: train.target", "target: train.copy"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("train.copy: holds the same text as").contains("one language twice");
    }

    @Test
    void shouldSayWhyNothingIsLeftOfALineOfTenThousandWords() throws IOException {
        Files.writeString(folder.resolve("train.source"), "ba ".repeat(10_000) + "\n");
        Files.writeString(folder.resolve("train.target"), "ke ".repeat(10_000) + "\n");

        var run = train(ReverseTask.config(1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("train.source: no sentence pair is left after cleaning")
                .contains("1 dropped (a side has too many words)");
        assertThat(folder.resolve("run/cleaning.md")).content().contains("| a side has too many words | 1 | 100.00 %");
    }

    @Test
    void shouldRefuseAVocabularyFarLargerThanTheDataSupports() throws IOException {
        var run = train(ReverseTask.config(1).replace("size: 320", "size: 8000"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).containsPattern("vocabulary.size = 8000: the training data supports \\d+ tokens");
    }

    @Test
    void shouldRefuseADevSentenceThatTheModelCannotTake() throws IOException {
        Files.writeString(folder.resolve("dev.source"), "ba ".repeat(150) + "\n");
        Files.writeString(folder.resolve("dev.target"), "ba\n");

        var run = train(ReverseTask.config(1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("dev.source: line 1 has 150 tokens").contains("search.max-source-tokens");
    }

    @Test
    void shouldRefuseADevTranslationThatTheModelCannotSay() throws IOException {
        Files.writeString(folder.resolve("dev.source"), "ba\n");
        Files.writeString(folder.resolve("dev.target"), "ba ".repeat(250) + "\n");

        var run = train(ReverseTask.config(1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("dev.target: line 1 has 250 tokens").contains("search.max-target-tokens");
    }

    @Test
    void shouldRefuseAVocabularyThatHasNoRoomForTheAlphabet() throws IOException {
        var run = train(ReverseTask.config(1).replace("size: 320", "size: 262"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("vocabulary.size = 262: special tokens, bytes and the alphabet need");
    }

    @Test
    void shouldRefuseToTrainOnNothing() throws IOException {
        var run = train(ReverseTask.config(1) + "search: {max-target-tokens: 1}\n");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("train.source: every pair is longer than");
    }

    private TrainCommandRun train(String config) throws IOException {
        return TrainCommandRun.in(folder, config);
    }
}
