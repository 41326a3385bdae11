package io.lingoduct.text.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NgramLanguageDetectorTest {

    private static final List<String> CANDIDATES = List.of("en", "de", "fr", "zh-Hans");

    private static final Path SENTENCES = Path.of("..", "..", "shared", "data", "tatoeba-en-de");

    private static LanguageDetector detector;

    @BeforeAll
    static void load() {
        detector = NgramLanguageDetector.load();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | How are you doing today, my friend?",
                "de | Wie geht es dir heute, mein Freund?",
                "fr | Comment allez-vous aujourd'hui, mon ami ?",
                "zh-Hans | 你今天好吗，我的朋友？"
            })
    void shouldTellLanguagesApart(String language, String text) {
        assertThat(detector.detect(List.of(text), CANDIDATES)).contains(language);
    }

    @Test
    void shouldTellShortTextsOfTwoLanguagesApart() {
        assertThat(detector.detect(List.of("Guten Morgen"), List.of("de", "en")))
                .contains("de");
        assertThat(detector.detect(List.of("The dog runs."), List.of("de", "en")))
                .contains("en");
    }

    @ParameterizedTest
    @CsvSource({"en", "de"})
    void shouldTellEverydaySentencesApart(String language) throws IOException {
        var file = SENTENCES.resolve("test." + language + ".gz");
        assumeTrue(Files.isRegularFile(file), () -> "skipped: no sentences at " + file);
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            long right = lines.lines()
                    .limit(1000)
                    .filter(line ->
                            detector.detect(List.of(line), List.of("de", "en")).equals(Optional.of(language)))
                    .count();

            assertThat(right).isGreaterThanOrEqualTo(985);
        }
    }

    @Test
    void shouldChooseAmongTheCandidatesOnly() {
        assertThat(detector.detect(List.of("¿Dónde está la biblioteca?"), List.of("de", "en")))
                .isPresent();
    }

    @Test
    void shouldTakeAllTextsTogether() {
        assertThat(detector.detect(List.of("OK", "", "Das Wetter ist heute wirklich schön."), List.of("en", "de")))
                .contains("de");
    }

    @Test
    void shouldFindNoLanguageInWhatHasNoLetters() {
        assertThat(detector.detect(List.of("4711 :-)", ""), CANDIDATES)).isEmpty();
        assertThat(detector.detect(List.of(), CANDIDATES)).isEmpty();
    }

    @Test
    void shouldFindNothingWithoutCandidates() {
        assertThat(detector.detect(List.of("hello"), List.of())).isEmpty();
    }

    @Test
    void shouldKnowWhatItCanTell() {
        assertThat(List.of("en", "pt-BR", "zh-Hant", "no", "nb", "et", "lv", "fa"))
                .allMatch(detector::knows);
        assertThat(List.of("tlh", "xx", "klingon")).noneMatch(detector::knows);
    }
}
