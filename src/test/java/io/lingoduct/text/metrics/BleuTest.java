package io.lingoduct.text.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BleuTest {

    @Test
    void shouldGive100ForTheReferenceItself() {
        var corpus = List.of("The tall lamp hums at dusk.", "It flickers.");

        assertThat(Bleu.cased13a().score(corpus, corpus).value()).isCloseTo(100, within(1e-9));
    }

    @Test
    void shouldTakeTheGeometricMeanOfClippedPrecisions() {
        // 5 of 6 words, 3 of 5 pairs, 2 of 4 triples, 1 of 3 quadruples.
        var score = Bleu.cased13a().score(List.of("a b c d x f"), List.of("a b c d e f"));

        assertThat(score.precisions())
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
                .containsExactly(500 / 6.0, 60.0, 50.0, 100 / 3.0);
        assertThat(score.value()).isCloseTo(100 * Math.pow(5 / 6.0 * 3 / 5 * 2 / 4 * 1 / 3, 0.25), within(1e-9));
    }

    @Test
    void shouldNotCountAWordMoreOftenThanTheReferenceHasIt() {
        var score = Bleu.cased13a().score(List.of("the the the the"), List.of("the cat is here"));

        assertThat(score.precisions().get(0)).isEqualTo(25);
    }

    @Test
    void shouldPenaliseBrevity() {
        var score = Bleu.cased13a().score(List.of("a b c d"), List.of("a b c d e f g h"));

        assertThat(score.brevityPenalty()).isCloseTo(Math.exp(-1), within(1e-12));
        assertThat(score.value()).isCloseTo(100 * Math.exp(-1), within(1e-9));
    }

    @Test
    void shouldSmoothOrdersWithoutAMatch() {
        var score = Bleu.cased13a().score(List.of("a x b y c"), List.of("a b c d e"));

        assertThat(score.precisions()).containsExactly(60.0, 100 / (2.0 * 4), 100 / (4.0 * 3), 100 / (8.0 * 2));
    }

    @Test
    void shouldGive0WhereNothingMatches() {
        assertThat(Bleu.cased13a().score(List.of("x y z u"), List.of("a b c d")).value())
                .isZero();
    }

    @Test
    void shouldGive0ForEmptyHypotheses() {
        assertThat(Bleu.cased13a().score(List.of(""), List.of("a b c d")).value())
                .isZero();
    }

    @Test
    void shouldIgnoreCaseWhereAsked() {
        var hypotheses = List.of("THE CAT SAT DOWN");
        var references = List.of("the cat sat down");

        assertThat(Bleu.lowercased13a().score(hypotheses, references).value()).isCloseTo(100, within(1e-9));
        assertThat(Bleu.cased13a().score(hypotheses, references).value()).isZero();
    }

    @Test
    void shouldSignWithSacrebleusNotation() {
        assertThat(Bleu.cased13a().signature()).isEqualTo("nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp");
        assertThat(new Bleu(BleuTokenizer.NONE, true).signature())
                .isEqualTo("nrefs:1|case:lc|eff:no|tok:none|smooth:exp");
    }

    @Test
    void shouldPrintSacrebleusNotation() {
        assertThat(Bleu.cased13a().score(List.of("a b c d"), List.of("a b c d e")))
                .hasToString("BLEU|nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp"
                        + " = 77.88 100.0/100.0/100.0/100.0 (BP = 0.779 hyp_len = 4 ref_len = 5)");
    }

    @Test
    void shouldGive0ForAnOrderWithoutAMatchWhereUnsmoothed() {
        var unsmoothed = new Bleu(BleuTokenizer.V13A, false, BleuSmoothing.NONE);

        assertThat(unsmoothed.score(List.of("a x b y c"), List.of("a b c d e")).value())
                .isZero();
        assertThat(unsmoothed.signature()).endsWith("|smooth:none");
    }

    @Test
    void shouldScoreAShortSentenceOnTheOrdersThatItHas() {
        assertThat(Bleu.cased13a().sentenceScore("two words", "two words")).isCloseTo(100, within(1e-9));
        assertThat(Bleu.cased13a().sentenceSignature()).isEqualTo("nrefs:1|case:mixed|eff:yes|tok:13a|smooth:exp");
    }

    @Test
    void shouldSmoothASentence() {
        assertThat(Bleu.cased13a().sentenceScore("a x", "a b")).isCloseTo(100 * Math.sqrt(0.5 * 0.5), within(1e-9));
    }

    @Test
    void shouldScoreAnEmptySentenceAs0() {
        assertThat(Bleu.cased13a().sentenceScore("", "a b")).isZero();
        assertThat(Bleu.cased13a().sentenceScore("", "")).isZero();
    }

    @Test
    void shouldRefuseAnUnevenCorpus() {
        assertThatThrownBy(() -> Bleu.cased13a().score(List.of("a", "b"), List.of("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 hypotheses");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            Hello, world!                | Hello , world !
            It costs $1,000.50, or 3.5%. | It costs $ 1,000.50 , or 3.5 % .
            state-of-the-art             | state-of-the-art
            2024-01-02                   | 2024 - 01 - 02
            &quot;Tom &amp; Jerry&quot;  | " Tom & Jerry "
            don't (stop)                 | don't ( stop )
            No.5                         | No . 5
            """)
    void shouldTokenizeAs13a(String segment, String expected) {
        assertThat(String.join(" ", BleuTokenizer.V13A.tokenize(segment))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            Hello, world!        | Hello , world !
            $1,000.50 or 3.5%.   | $ 1,000.50 or 3.5 % .
            well-known e-mail    | well - known e - mail
            2024-01-02           | 2024-01-02
            你好，世界！          | 你好 ， 世界 ！
            “quoted” … 5€        | “ quoted ” … 5 €
            don't                | don ' t
            x𝟙,𝟚 😀y             | x𝟙,𝟚 😀 y
            """)
    void shouldTokenizeInternationally(String segment, String expected) {
        assertThat(String.join(" ", BleuTokenizer.INTL.tokenize(segment))).isEqualTo(expected);
    }
}
