package io.lingoduct.text.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChrfTest {

    @Test
    void shouldGive100ForTheReferenceItself() {
        assertThat(chrf2("Guten Tag", "Guten Tag")).isCloseTo(100, within(1e-9));
    }

    @Test
    void shouldWeighRecallTwiceAsMuchAsPrecision() {
        // One character: precision 1 of 1, recall 1 of 2; only order one occurs on both sides.
        assertThat(chrf2("a", "ab")).isCloseTo(100 * 5 * 0.5 / (4 + 0.5), within(1e-9));
    }

    @Test
    void shouldLeaveOutWhiteSpace() {
        assertThat(chrf2("a b\tc", "abc")).isCloseTo(100, within(1e-9));
    }

    @Test
    void shouldCountACharacterBeyondTheBasicPlaneAsOne() {
        assertThat(chrf2("😀", "😀x")).isEqualTo(chrf2("a", "ax"));
    }

    @Test
    void shouldGive0WhereNothingMatches() {
        assertThat(Chrf.chrf2(false)
                        .score(List.of("xyz", ""), List.of("abc", "abc"))
                        .value())
                .isZero();
    }

    @Test
    void shouldScoreEmptyTextAs0() {
        assertThat(chrf2("", "")).isZero();
    }

    @Test
    void shouldIgnoreCaseWhereAsked() {
        assertThat(Chrf.chrf2(true).sentenceScore("GUTEN Tag", "guten tag")).isCloseTo(100, within(1e-9));
        assertThat(Chrf.chrf2(false).sentenceScore("GUTEN", "guten")).isZero();
    }

    @Test
    void shouldAverageOverWordsToo() {
        // Precision and recall of characters: 2 of 2, pairs 0 of 1; of words: 2 of 2, pairs 0 of 1.
        assertThat(Chrf.chrf2PlusPlus(false).sentenceScore("b a", "a b"))
                .isCloseTo(100 * (1 + 0 + 1 + 0) / 4.0, within(1e-9));
    }

    @Test
    void shouldTakeAPunctuationMarkForAWord() {
        var chrf = Chrf.chrf2PlusPlus(false);

        assertThat(chrf.sentenceScore("hi!", "hi !")).isCloseTo(100, within(1e-9));
        assertThat(chrf.sentenceScore("(hi", "( hi")).isCloseTo(100, within(1e-9));
    }

    @Test
    void shouldTakeTheMarkAtTheEndBeforeTheOneAtTheStart() {
        // Words "(hi" and ")" against "(", "hi" and ")"; the four orders of characters that occur all match.
        double precision = (4 + 1 / 2.0) / 6;
        double recall = (4 + 1 / 3.0) / 6;

        assertThat(Chrf.chrf2PlusPlus(false).sentenceScore("(hi)", "( hi )"))
                .isCloseTo(100 * 5 * precision * recall / (4 * precision + recall), within(1e-9));
    }

    @Test
    void shouldSignWithSacrebleusNotation() {
        assertThat(Chrf.chrf2(false).score(List.of("ab"), List.of("ab")))
                .hasToString("chrF2|nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no = 100.00");
        assertThat(Chrf.chrf2PlusPlus(true).score(List.of("ab"), List.of("ab")))
                .hasToString("chrF2++|nrefs:1|case:lc|eff:yes|nc:6|nw:2|space:no = 100.00");
    }

    private static double chrf2(String hypothesis, String reference) {
        return Chrf.chrf2(false).sentenceScore(hypothesis, reference);
    }
}
