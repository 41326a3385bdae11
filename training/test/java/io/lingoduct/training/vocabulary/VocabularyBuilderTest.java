package io.lingoduct.training.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.model.tokenizer.Tokenizer;
import io.lingoduct.training.vocabulary.VocabularyOptions.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyBuilderTest {

    private static final List<String> SENTENCES = List.of(
            "the theme of the thesis",
            "das Thema der These",
            "the other theory, then",
            "die andere Theorie, dann",
            "there and then in 1990",
            "dort und dann 1990");

    @TempDir
    Path folder;

    @Test
    void shouldBuildTheSameFileWhateverTheOrderOfTheCorpus() throws IOException {
        var reversed = new ArrayList<>(SENTENCES);
        Collections.reverse(reversed);

        VocabularyBuilder.build(SENTENCES, bpe(300, 1), folder.resolve("a.json"));
        VocabularyBuilder.build(reversed, bpe(300, 1), folder.resolve("b.json"));

        assertThat(folder.resolve("b.json")).hasSameBinaryContentAs(folder.resolve("a.json"));
    }

    @Test
    void shouldReachTheSizeThatItReports() throws IOException {
        int size = VocabularyBuilder.build(SENTENCES, bpe(290, 1), folder.resolve("tokenizer.json"));

        try (var tokenizer = Tokenizer.load(folder.resolve("tokenizer.json"))) {
            assertThat(tokenizer.vocabularySize()).isEqualTo(size).isEqualTo(290);
        }
    }

    @Test
    void shouldStayBelowTheSizeThatASmallCorpusCannotSupport() throws IOException {
        int size = VocabularyBuilder.build(SENTENCES, bpe(5000, 1), folder.resolve("tokenizer.json"));

        assertThat(size).isLessThan(400);
    }

    @Test
    void shouldJoinFrequentWordsIntoOneToken() throws IOException {
        VocabularyBuilder.build(SENTENCES, bpe(320, 1), folder.resolve("tokenizer.json"));

        try (var tokenizer = Tokenizer.load(folder.resolve("tokenizer.json"))) {
            assertThat(tokenizer.encode("the")).hasSize(1);
        }
    }

    @Test
    void shouldRefuseASizeWithoutRoomForTheAlphabet() {
        assertThatThrownBy(() -> VocabularyBuilder.build(SENTENCES, bpe(265, 1), folder.resolve("tokenizer.json")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the alphabet need");
    }

    @Test
    void shouldWriteRareCharactersAsBytes() throws IOException {
        VocabularyBuilder.build(SENTENCES, bpe(300, 2), folder.resolve("tokenizer.json"));

        try (var tokenizer = Tokenizer.load(folder.resolve("tokenizer.json"))) {
            assertThat(tokenizer.encode("日")).hasSize(4).doesNotContain(VocabularyBuilder.UNK);
        }
    }

    @Test
    void shouldKeepFrequentWordsWholeAndSpellTheOthers() throws IOException {
        VocabularyBuilder.build(SENTENCES, new VocabularyOptions(Kind.WORD, 320, 1), folder.resolve("tokenizer.json"));

        try (var tokenizer = Tokenizer.load(folder.resolve("tokenizer.json"))) {
            assertThat(tokenizer.encode("then")).hasSize(1);
            assertThat(tokenizer.encode("thesis")).hasSize("_thesis".length());
            assertThat(tokenizer.encode("thenthe")).hasSize("_thenthe".length());
        }
    }

    @Test
    void shouldKeepTheMostFrequentCharactersThatThereIsRoomFor() throws IOException {
        int size = VocabularyBuilder.build(
                SENTENCES, new VocabularyOptions(Kind.CHAR, 262, 1), folder.resolve("tokenizer.json"));

        try (var tokenizer = Tokenizer.load(folder.resolve("tokenizer.json"))) {
            assertThat(tokenizer.vocabularySize()).isEqualTo(size).isEqualTo(262);
            assertThat(tokenizer.encode("e")).hasSize(2);
            assertThat(tokenizer.decode(tokenizer.encode("then ex"))).isEqualTo("then ex");
        }
    }

    @Test
    void shouldTurnSpaceMarksIntoSpacesHoweverSmallTheCorpus() throws IOException {
        VocabularyBuilder.build(List.of("a b"), bpe(300, 100), folder.resolve("tokenizer.json"));

        try (var tokenizer = Tokenizer.load(folder.resolve("tokenizer.json"))) {
            assertThat(tokenizer.decode(tokenizer.encode("a b"))).isEqualTo("a b");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the theory",
                "„Thema“ — 1990, 3½ & «x»!",
                "日本語 🙂👍🏽 e\u0301",
                "under_score a-b c'd",
                "",
                "…",
                "٣ Ⅷ",
                "a\u2028b"
            })
    void shouldGiveBackWhatWentIn(String text) throws IOException {
        VocabularyBuilder.build(SENTENCES, bpe(300, 1), folder.resolve("tokenizer.json"));
        var normalized = io.lingoduct.text.segment.TextNormalizer.normalize(text);

        try (var tokenizer = Tokenizer.load(folder.resolve("tokenizer.json"))) {
            assertThat(tokenizer.decode(tokenizer.encode(normalized))).isEqualTo(normalized);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"the theory", "«x» 1990, 3½ & „das“!", "a_b c-d e'f $5+5", "² Ⅷ ٣ @home #1"})
    void shouldCutTextWhereTheLibraryCutsIt(String text) throws IOException {
        // Merges that know no boundaries: wherever a token ends between pieces, the library has cut there.
        var uncut = PreTokenizer.SPACE_MARK + text.replace(' ', PreTokenizer.SPACE_MARK);
        TokenizerFile.write(folder.resolve("uncut.json"), BpeLearner.learn(Map.of(uncut, 3L), 1, 1000));
        // Merges within pieces only: wherever a token ends, a piece does.
        var sentences = Collections.nCopies(6, text);
        VocabularyBuilder.build(sentences, bpe(1000, 1), folder.resolve("cut.json"));

        assertThat(ends(text, folder.resolve("uncut.json"))).containsAll(pieceEnds(text));
        assertThat(pieceEnds(text)).containsAll(ends(text, folder.resolve("cut.json")));
    }

    private static VocabularyOptions bpe(int size, int minCharacterCount) {
        return new VocabularyOptions(Kind.BPE, size, minCharacterCount);
    }

    private static List<Integer> pieceEnds(String text) {
        return runningSums(PreTokenizer.split(text).stream().map(String::length).toList());
    }

    private static List<Integer> ends(String text, Path file) {
        try (var tokenizer = Tokenizer.load(file)) {
            var tokens = tokens(file);
            return runningSums(LongStream.of(tokenizer.encode(text))
                    .mapToObj(id -> tokens.get(id).length())
                    .toList());
        }
    }

    private static Map<Long, String> tokens(Path file) {
        try {
            var tokens = new HashMap<Long, String>();
            var vocabulary = new ObjectMapper().readTree(file.toFile()).at("/model/vocab");
            vocabulary.properties().forEach(token -> tokens.put(token.getValue().asLong(), token.getKey()));
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> runningSums(List<Integer> lengths) {
        var sums = new ArrayList<Integer>();
        int sum = 0;
        for (int length : lengths) {
            sum += length;
            sums.add(sum);
        }
        return sums;
    }
}
