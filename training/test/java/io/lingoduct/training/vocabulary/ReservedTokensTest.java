package io.lingoduct.training.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.PlaceholderForm;
import io.lingoduct.model.tokenizer.Tokenizer;
import io.lingoduct.training.vocabulary.VocabularyOptions.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReservedTokensTest {

    private static final int FIRST_BYTE = TokenizerFile.SPECIAL_TOKENS.length;
    private static final List<String> RESERVED =
            IntStream.rangeClosed(0xE000, 0xE00C).mapToObj(Character::toString).toList();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void shouldBeOneTokenEachInEveryKindOfVocabulary(Kind kind) {
        try (var tokenizer = Tokenizer.load(Samples.vocabulary(kind, 420, 2))) {
            var ids = IntStream.range(0, RESERVED.size())
                    .map(i -> onlyTokenBehindTheSpace(tokenizer, RESERVED.get(i)))
                    .toArray();
            assertThat(ids)
                    .containsExactly(
                            Stream.of(0xC0, 0xC1, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF)
                                    .mapToInt(b -> FIRST_BYTE + b)
                                    .toArray());
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void shouldBeSpeltByTheirLikesInAnotherVocabulary(Kind kind) throws IOException {
        var source = Pieces.read(Samples.vocabulary(kind, 420, 2));
        var target = Pieces.read(Samples.vocabulary(Kind.CHAR, 300, 2));
        for (var reserved : RESERVED) {
            int id = source.spell(reserved)[0];
            assertThat(target.spell(source.text(id))).containsExactly(id);
        }
    }

    private static int onlyTokenBehindTheSpace(Tokenizer tokenizer, String reserved) {
        var ids = tokenizer.encode(reserved);
        assertThat(ids).hasSize(2);
        assertThat(tokenizer.decode(new long[] {ids[0]})).isEmpty();
        return (int) ids[1];
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void shouldComeBackFromAnyPlaceInASentence(Kind kind) {
        try (var tokenizer = Tokenizer.load(Samples.vocabulary(kind, 420, 2))) {
            for (var reserved : RESERVED) {
                for (var frame : List.of("%s", "the %s, then", "(%s)!", "the%sthe", "%s%s", "9%s 9")) {
                    var text = frame.replace("%s", reserved);
                    assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
                }
            }
        }
    }

    @Test
    void shouldBeWhatTheFrontOfAModelCallsReserved() {
        var form = PlaceholderForm.RESERVED;
        assertThat(Stream.concat(form.things().stream(), form.numbers().stream()))
                .isEqualTo(RESERVED.subList(0, 10));
        assertThat(RESERVED).allMatch(ReservedTokens::occurIn);
        assertThat(List.of("\uDFFF", "\uE00D", "a", "")).noneMatch(ReservedTokens::occurIn);
    }

    @Test
    void shouldTakeNoIdOfAByteThatTextHas() {
        var texts = IntStream.iterate(0, c -> c <= Character.MAX_CODE_POINT, c -> c + 61)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .mapToObj(Character::toString);
        assertThat(texts.flatMapToInt(text -> bytes(text)).distinct())
                .allSatisfy(b -> assertThat(TokenizerFile.byteToken(b)).isEqualTo("<0x%02X>".formatted(b)));
    }

    private static IntStream bytes(String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, utf8.length).map(i -> utf8[i] & 0xff);
    }

    @Test
    void shouldCutAtRandomAsTheLibraryDoes() throws IOException {
        var file = Samples.vocabulary(Kind.BPE, 420, 2);
        var sampler = SubwordSampler.load(file, 0);
        try (var tokenizer = Tokenizer.load(file)) {
            var text = "the theme \uE000, then \uE007.";
            assertThat(sampler.sample(text, new SplittableRandom(1))).isEqualTo(tokenizer.encode(text));
        }
    }

    @Test
    void shouldNotBeLearntASecondTimeFromTextThatHoldsThem() throws IOException {
        var file = folder.resolve("tokenizer.json");
        int size = VocabularyBuilder.build(
                List.of("a \uE003 b", "a \uE003 b"), new VocabularyOptions(Kind.CHAR, 300, 1), file);
        assertThat(Pieces.read(file).size()).isEqualTo(size);
    }

    @Test
    void shouldUpgradeAnOlderVocabularyAndKeepEveryId() throws IOException {
        var now = Samples.vocabulary(Kind.BPE, 420, 2);
        var older = Files.writeString(folder.resolve("older.json"), withBytesNamed(Files.readString(now)));

        assertThat(ReservedTokens.copyWith(older, folder.resolve("copy.json"))).isTrue();

        assertThat(folder.resolve("copy.json")).hasSameTextualContentAs(now);
    }

    @Test
    void shouldCopyAVocabularyThatHasThemAsItIs() throws IOException {
        var now = Samples.vocabulary(Kind.BPE, 420, 2);

        assertThat(ReservedTokens.copyWith(now, folder.resolve("copy.json"))).isTrue();

        assertThat(folder.resolve("copy.json")).hasSameBinaryContentAs(now);
    }

    @Test
    void shouldNotUpgradeAVocabularyThatUsesOneOfTheCharactersForItself() throws IOException {
        var older = withBytesNamed(Files.readString(Samples.vocabulary(Kind.BPE, 420, 2)))
                .replace("\"ß\"", "\"\uE004\"");
        var file = Files.writeString(folder.resolve("older.json"), older);

        assertThat(ReservedTokens.copyWith(file, folder.resolve("copy.json"))).isFalse();

        assertThat(folder.resolve("copy.json")).hasSameBinaryContentAs(file);
    }

    private static String withBytesNamed(String json) {
        var older = json;
        for (int b = 0; b < TokenizerFile.BYTES; b++) {
            older = older.replace("\"" + TokenizerFile.byteToken(b) + "\"", "\"<0x%02X>\"".formatted(b));
        }
        return older;
    }
}
