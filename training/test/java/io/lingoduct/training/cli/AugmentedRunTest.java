package io.lingoduct.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.PlaceholderForm;
import io.lingoduct.model.runtime.OnnxTranslator;
import io.lingoduct.training.ReverseTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AugmentedRunTest {

    private static final String AUGMENTATION = "augmentation: {placeholders: 0.4, numbers: 0.4, typos: 0.3}\n";

    @TempDir
    static Path base;

    @TempDir
    Path folder;

    @BeforeAll
    static void trainWithoutAugmentation() throws IOException {
        TrainCommandRun.trainReverseTask(base);
    }

    @Test
    void shouldSayInTheBundleWhichPlaceholdersTheModelHasLearnt() throws IOException {
        new ReverseTask(1).writeInto(folder, 200, 20);

        var run = TrainCommandRun.in(folder, ReverseTask.config(2) + AUGMENTATION);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(form(folder)).isEqualTo(PlaceholderForm.RESERVED);
        assertThat(form(base)).isEqualTo(PlaceholderForm.NAMES);
    }

    private static PlaceholderForm form(Path run) {
        try (var translator = OnnxTranslator.load(run.resolve("bundle"))) {
            return translator.traits().placeholders();
        }
    }

    @Test
    void shouldRefusePlaceholdersThatTheVocabularyOfAnOlderRunLacks() throws IOException {
        new ReverseTask(1).writeInto(folder, 200, 20);
        var config = ReverseTask.config(1) + AUGMENTATION;
        assertThat(TrainCommandRun.in(folder, config).exitCode()).isZero();
        var vocabulary = folder.resolve("run/tokenizer.json");
        Files.writeString(vocabulary, Files.readString(vocabulary).replace("\"\uE000\"", "\"<0xC0>\""));

        var run = TrainCommandRun.in(folder, config);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("augmentation.placeholders = 0.4", "no reserved tokens");
    }

    @Test
    void shouldGiveAnOlderRunThatItStartsFromTheReservedTokens() throws IOException {
        new ReverseTask(1).writeInto(folder, 200, 20);
        var older = folder.resolve("older");
        copy(base.resolve("run"), older);
        var vocabulary = older.resolve("tokenizer.json");
        var upgraded = Files.readString(vocabulary);
        var json = upgraded;
        var bytes = new int[] {0xC0, 0xC1, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF};
        for (int i = 0; i < bytes.length; i++) {
            json = json.replace("\"" + (char) (0xE000 + i) + "\"", "\"<0x%02X>\"".formatted(bytes[i]));
        }
        Files.writeString(vocabulary, json);

        var run = TrainCommandRun.in(folder, "start-from: older\n" + ReverseTask.config(1) + AUGMENTATION);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(json).isNotEqualTo(upgraded);
        assertThat(folder.resolve("bundle/tokenizer.json")).hasContent(upgraded);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
