package io.lingoduct.bench.fidelity.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.bench.fidelity.check.BareText;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GuiseTest {

    private static final String SENTENCE = "Where's my order, Tom?";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "PLAIN | Where's my order, Tom?",
                "ALL_CAPS | WHERE'S MY ORDER, TOM?",
                "TITLE_CASE | Where's My Order, Tom?",
                "SMALL | where's my order tom",
                "EMOJI_BEFORE | 🎉 Where's my order, Tom?",
                "EMOJI_AMID | Where's my order, 🎉 Tom?",
                "EMOJI_FOR_MARK | Where's my order, Tom 🎉",
                "QUOTED | \"Where's my order, Tom?\"",
                "BRACKETED | (Where's my order, Tom?)",
                "BOLD | **Where's my order, Tom?**",
                "BULLET | • Where's my order, Tom?",
                "ELLIPSIS | Where's my order, Tom…"
            })
    void shouldDressASentence(Guise guise, String expected) {
        assertThat(dress(guise, SENTENCE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "(EMOJI|QUOTED|BRACKETED|BOLD|BULLET|BOM|ELLIPSIS).*")
    void shouldOnlyAddWhatABareTextLacks(Guise guise) {
        assertThat(dress(guise, SENTENCE)).isNotEqualTo(SENTENCE);
        assertThat(BareText.of(dress(guise, SENTENCE))).isEqualTo(BareText.of(SENTENCE));
    }

    @Test
    void shouldSwapTwoLettersForATypo() {
        var typo = dress(Guise.TYPO, SENTENCE);

        assertThat(typo).isNotEqualTo(SENTENCE).hasSameSizeAs(SENTENCE);
        assertThat(typo.chars().sorted())
                .containsExactlyElementsOf(SENTENCE.chars().sorted().boxed().toList());
        assertThat(dress(Guise.TYPO, "I am it.")).isEqualTo("I am it.");
    }

    private static String dress(Guise guise, String sentence) {
        return guise.dress(sentence, new Random(1));
    }
}
