package io.lingoduct.model.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lingoduct.model.PlaceholderForm;
import io.lingoduct.model.TestBundles;
import io.lingoduct.model.bundle.BundleException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraitsTest {

    private static final Path SHIPPED = Path.of("..", "models", "en-de");

    @TempDir
    Path folder;

    @Test
    void shouldTakeNamesForPlaceholdersWhereTheManifestNamesNone() {
        TestBundles.greedy().write(folder);

        try (var translator = OnnxTranslator.load(folder)) {
            assertThat(translator.traits().placeholders()).isEqualTo(PlaceholderForm.NAMES);
        }
    }

    @Test
    void shouldTakeThePlaceholdersOfTheManifest() {
        write("{\"things\": [\"\\uE000\", \"\\uE001\"], \"numbers\": [\"77\"]}");

        try (var translator = OnnxTranslator.load(folder)) {
            assertThat(translator.traits().placeholders())
                    .isEqualTo(new PlaceholderForm(List.of("\uE000", "\uE001"), List.of("77")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"things\": [\"Tom\"]}",
                "{\"things\": [\"Tom\", \"Tom\"], \"numbers\": []}",
                "{\"things\": [\"Tom\", \"Tommy\"], \"numbers\": []}",
                "{\"things\": [\"7\"], \"numbers\": [\"77\"]}",
                "{\"things\": [\"\"], \"numbers\": []}"
            })
    void shouldRefusePlaceholdersThatCannotBeToldApart(String placeholders) {
        write(placeholders);

        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> OnnxTranslator.load(folder))
                .withMessageContaining("placeholders");
    }

    private void write(String placeholders) {
        TestBundles.greedy().write(folder);
        TestBundles.editManifest(folder, manifest -> {
            try {
                manifest.set("placeholders", new JsonMapper().readTree(placeholders));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void shouldKnowTheWordsOfTheSourceVocabularyInTheirCase() {
        try (var translator = OnnxTranslator.load(SHIPPED)) {
            var knownWord = translator.traits().knownWord();
            assertThat(List.of("house", "Boston", "the")).allMatch(knownWord);
            assertThat(List.of("HOUSE", "boston", "hou se", "hqzx", "")).noneMatch(knownWord);
        }
    }

    @Test
    void shouldAlignManyAsEachAlone() {
        var sources = List.of("Tom is here.", "I have seen the old house.");
        var targets = List.of("Tom ist hier.", "Ich habe das alte Haus gesehen.");
        try (var translator = OnnxTranslator.load(SHIPPED)) {
            var together = translator.align(sources, targets);

            assertThat(together).hasSize(2);
            for (int i = 0; i < 2; i++) {
                var alone = translator.align(sources.get(i), targets.get(i));
                var alignment = together.get(i).orElseThrow();
                assertThat(alignment.source()).isEqualTo(alone.source());
                assertThat(alignment.target()).isEqualTo(alone.target());
                assertThat(alignment.weights())
                        .hasDimensions(alone.target().size(), alone.source().size());
            }
            assertThat(translator.align(List.<String>of(), List.of())).isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> translator.align(sources, List.of("Tom ist hier.")))
                    .withMessage("2 sources cannot be aligned with 1 targets");
        }
    }

    @Test
    void shouldAlignNothingWhereTheGraphDoesNotShowItsAttention() {
        TestBundles.greedy().write(folder);

        try (var translator = OnnxTranslator.load(folder)) {
            assertThat(translator.align(List.of("a", "b"), List.of("A", "B")))
                    .containsExactly(Optional.empty(), Optional.empty());
        }
    }
}
