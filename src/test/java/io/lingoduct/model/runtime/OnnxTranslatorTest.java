package io.lingoduct.model.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.SegmentTooLongException;
import io.lingoduct.model.TestBundles;
import io.lingoduct.model.TestTokenizer;
import io.lingoduct.model.Translation;
import io.lingoduct.model.TranslationException;
import io.lingoduct.model.Translator;
import io.lingoduct.model.bundle.ModelBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxTranslatorTest {

    @TempDir
    static Path folder;

    private static OnnxTranslator greedy;
    private static OnnxTranslator beam;

    @BeforeAll
    static void load() {
        greedy = OnnxTranslator.load(TestBundles.greedy().write(folder.resolve("greedy")));
        beam = OnnxTranslator.load(TestBundles.withBeam().write(folder.resolve("beam")));
    }

    @AfterAll
    static void close() {
        greedy.close();
        beam.close();
    }

    @Test
    void shouldTranslateASegment() {
        assertThat(translate(greedy, "hello wörld")).isEqualTo(new Translation("HELLO WöRLD", -7f, true));
    }

    @Test
    void shouldTranslateWithABeam() {
        var batch = List.of(beam.encode("hello"));
        assertThat(beam.translate(batch, SearchOptions.beam(4))).containsExactly(new Translation("HELLO", -0.5f, true));
    }

    @Test
    void shouldAnswerAnEmptyBatchWithAnEmptyList() {
        assertThat(greedy.translate(List.of(), SearchOptions.GREEDY)).isEmpty();
    }

    @Test
    void shouldTranslateAnEmptySegmentToAnEmptySegment() {
        assertThat(translate(greedy, "").text()).isEmpty();
    }

    @Test
    void shouldTranslateEachRowAsIfItWereAlone() {
        var segments = randomSegments(200);
        var alone = segments.stream().map(s -> translate(greedy, s)).toList();
        var order = new ArrayList<>(IntStream.range(0, segments.size()).boxed().toList());
        Collections.shuffle(order, new Random(7));
        for (int start = 0; start < order.size(); start += 23) {
            var rows = order.subList(start, Math.min(start + 23, order.size()));
            var batch =
                    rows.stream().map(row -> greedy.encode(segments.get(row))).toList();
            assertThat(greedy.translate(batch, SearchOptions.GREEDY))
                    .isEqualTo(rows.stream().map(alone::get).toList());
        }
    }

    @Test
    void shouldServeManyThreadsAtOnce() {
        var segments = randomSegments(1_000);
        var translations = segments.parallelStream()
                .map(segment -> translate(greedy, segment).text())
                .toList();
        assertThat(translations)
                .isEqualTo(segments.stream().map(OnnxTranslatorTest::upperCase).toList());
    }

    @Test
    void shouldSayWhenTheOutputWasCutShort() {
        var bundle = TestBundles.greedy().outputLimit(0.5, 0).write(folder.resolve("short"));
        try (var translator = OnnxTranslator.load(bundle)) {
            // 9 source tokens with the leading space and the end of the sentence: 4 of the target are left
            assertThat(translate(translator, "abcdefg")).isEqualTo(new Translation("ABC", -2f, false));
        }
    }

    @Test
    void shouldNormalizeBeforeTokenizing() {
        assertThat(greedy.encode(" a \t\r\n b\u0000").ids())
                .isEqualTo(greedy.encode("a b").ids());
    }

    @Test
    void shouldCountTokensWithoutTheEndOfSentence() {
        assertThat(greedy.countTokens("abc")).isEqualTo(greedy.encode("abc").length() - 1);
    }

    @Test
    void shouldEncodeASegmentAtTheLimit() {
        assertThat(greedy.encode("x".repeat(99)).length()).isEqualTo(101);
    }

    @Test
    void shouldRefuseASegmentBeyondTheLimit() {
        assertThatExceptionOfType(SegmentTooLongException.class)
                .isThrownBy(() -> greedy.encode("x".repeat(100)))
                .withMessageContaining("101 tokens");
    }

    @Test
    void shouldCountTokensBeyondTheLimit() {
        assertThat(greedy.countTokens("x".repeat(5_000))).isEqualTo(5_001);
    }

    @Test
    void shouldGiveNoScoreWhereNoneIsWanted() {
        var translations = greedy.translate(List.of(greedy.encode("abc")), SearchOptions.GREEDY.withScores(false));

        assertThat(translations).containsExactly(new Translation("ABC", Float.NaN, true));
    }

    @Test
    void shouldRefuseABeamLargerThanTheModelAccepts() {
        var batch = List.of(beam.encode("a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> beam.translate(batch, SearchOptions.beam(5)))
                .withMessageContaining("at most 4");
    }

    @Test
    void shouldRefuseIdsOutsideTheVocabulary() {
        var batch = List.of(new EncodedSegment(new long[] {TestTokenizer.SIZE, TestTokenizer.EOS}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> greedy.translate(batch, SearchOptions.GREEDY))
                .withMessageContaining("not in the vocabulary");
    }

    @Test
    void shouldReportAFailureOfTheRuntime() {
        var batch = List.of(greedy.encode("a"), greedy.encode(String.valueOf(TestBundles.POISON)));
        assertThatExceptionOfType(TranslationException.class)
                .isThrownBy(() -> greedy.translate(batch, SearchOptions.GREEDY))
                .withMessageContaining("batch of 2");
    }

    @Test
    void shouldRefuseToTranslateOnceClosed() {
        var closed = OnnxTranslator.load(folder.resolve("greedy"));
        closed.close();
        assertThatIllegalStateException().isThrownBy(() -> closed.encode("a"));
    }

    @Test
    void shouldLoadWhatWasReadWhenTheBundleWasOpened() throws IOException {
        var path = TestBundles.greedy().write(folder.resolve("opened"));
        var bundle = ModelBundle.open(path);
        Files.delete(bundle.tokenizerFile());

        try (var translator = OnnxTranslator.load(bundle)) {
            assertThat(translator.translate(List.of(translator.encode("hello")), SearchOptions.GREEDY))
                    .extracting(Translation::text)
                    .containsExactly("HELLO");
        }
    }

    @Test
    void shouldOfferTheBundlesOwnSearch() {
        assertThat(beam.defaultSearch()).isEqualTo(new SearchOptions(1, 1f));
    }

    private static Translation translate(Translator translator, String segment) {
        return translator
                .translate(List.of(translator.encode(segment)), SearchOptions.GREEDY)
                .get(0);
    }

    private static List<String> randomSegments(int count) {
        var random = new Random(11);
        return IntStream.range(0, count)
                .mapToObj(i -> random.ints(1 + random.nextInt(90), 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .toList();
    }

    private static String upperCase(String segment) {
        return segment.toUpperCase(Locale.ROOT);
    }
}
