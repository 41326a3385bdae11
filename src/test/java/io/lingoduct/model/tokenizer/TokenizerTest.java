package io.lingoduct.model.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lingoduct.model.TestBundles;
import io.lingoduct.model.TestTokenizer;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.text.segment.TextNormalizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {

    @TempDir
    static Path folder;

    private static Tokenizer tokenizer;

    @BeforeAll
    static void load() {
        TestBundles.greedy().write(folder);
        tokenizer = Tokenizer.load(folder.resolve("tokenizer.json"));
    }

    @AfterAll
    static void close() {
        tokenizer.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello wörld", "Grüße, 東京! 👩‍👩‍👧‍👦", "the token </s> and <pad> and <0x0A>", "\uFFFD"})
    void shouldRoundTripNormalizedText(String text) {
        var normal = TextNormalizer.normalize(text);
        assertThat(tokenizer.decode(tokenizer.encode(normal))).isEqualTo(normal);
    }

    @Test
    void shouldTellTextThatItHasToSpellOut() {
        assertThat(tokenizer.spellsOut(tokenizer.encode("東京!"))).isTrue();
        assertThat(tokenizer.spellsOut(tokenizer.encode("to 東京!"))).isFalse();
        assertThat(tokenizer.spellsOut(tokenizer.encode("42!"))).isFalse();
    }

    @Test
    void shouldAddNoSpecialIds() {
        assertThat(tokenizer.encode("Hi")).hasSize(3).endsWith(TestTokenizer.id('H'), TestTokenizer.id('i'));
    }

    @Test
    void shouldReadTheTextOfASpecialTokenAsOrdinaryText() {
        assertThat(tokenizer.encode("</s>")).hasSize(5).doesNotContain(TestTokenizer.EOS);
    }

    @Test
    void shouldLeaveSpecialIdsOutOfText() {
        long[] ids = {TestTokenizer.BOS, TestTokenizer.id('H'), TestTokenizer.EOS, TestTokenizer.PAD};
        assertThat(tokenizer.decode(ids)).isEqualTo("H");
    }

    @Test
    void shouldCountTheVocabulary() {
        assertThat(tokenizer.vocabularySize()).isEqualTo(TestTokenizer.SIZE);
    }

    @Test
    void shouldNotTruncateLongText() {
        assertThat(tokenizer.encode("x".repeat(20_000))).hasSize(20_001);
    }

    @Test
    void shouldReplaceALoneSurrogate() {
        assertThat(tokenizer.decode(tokenizer.encode("a\uD800b"))).matches("a\uFFFD+b");
    }

    @Test
    void shouldServeManyThreadsAtOnce() {
        var texts = IntStream.range(0, 2_000)
                .mapToObj(i -> "sentence no " + i + " ü")
                .toList();
        var back = texts.parallelStream()
                .map(text -> tokenizer.decode(tokenizer.encode(text)))
                .toList();
        assertThat(back).isEqualTo(texts);
    }

    @Test
    void shouldNameTheFileThatCannotBeLoaded() throws IOException {
        var file = folder.resolve("odd.json");
        Files.writeString(file, "{\"model\": {\"type\": \"Unheard\", \"vocab\": {\"a\": 0}}}");
        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> Tokenizer.load(file))
                .satisfies(refusal -> assertThat(refusal.file()).isEqualTo(file));
    }
}
