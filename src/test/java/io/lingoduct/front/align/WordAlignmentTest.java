package io.lingoduct.front.align;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.front.align.WordAlignment.Word;
import io.lingoduct.model.Alignment;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordAlignmentTest {

    private static final String END = "</s>";

    @Test
    void shouldAddUpTheAttentionOfTheTokensOfAWord() {
        var attention = new Alignment(
                List.of("\u2581do", "gs", "\u2581bark", END),
                List.of("\u2581Hun", "de", "\u2581bellen", END),
                new float[][] {{0.5f, 0.25f, 0.25f, 0}, {0.25f, 0.25f, 0.25f, 0.25f}, {0, 0, 1, 0}, {0, 0, 0, 1}});

        var words = WordAlignment.of("dogs bark", "Hunde bellen", attention).orElseThrow();

        assertThat(words.source()).containsExactly(new Word(0, 4), new Word(5, 9));
        assertThat(words.weights()[0]).containsExactly(0.625f, 0.25f);
        assertThat(words.weights()[1]).containsExactly(0, 1);
        assertThat(words.sourceOf(0)).isZero();
        assertThat(words.sourceOf(1)).isEqualTo(1);
    }

    @Test
    void shouldReadCharactersThatAreSpelledByTheirBytes() {
        var attention = new Alignment(
                List.of("\u2581a", "\u2581", "<0xE2>", "<0x82>", "<0xAC>", "<0xF0>", "<0x9F>", "<0x98>", "<0x80>", END),
                List.of("\u2581b", "\u2581", "<0xC3>", "<0xA9>", END),
                new float[][] {
                    {1, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                    {0, 1, 0, 0, 0, 0, 0, 0, 0, 0},
                    {0, 0, 1, 0, 0, 0, 0, 0, 0, 0},
                    {0, 0, 0, 0, 0, 0, 0, 1, 0, 0},
                    {0, 0, 0, 0, 0, 0, 0, 0, 0, 1}
                });

        var words =
                WordAlignment.of("a \u20AC\uD83D\uDE00", "b \u00E9", attention).orElseThrow();

        assertThat(words.source()).hasSize(3);
        assertThat(words.weights()[0]).containsExactly(1, 0, 0);
        assertThat(words.weights()[1]).containsExactly(0, 0.5f, 0.5f);
    }

    @Test
    void shouldBeEmptyIfTheTokensSpellSomethingElse() {
        var attention = new Alignment(List.of("\u2581dog", END), List.of("\u2581Hund", END), new float[2][2]);

        assertThat(WordAlignment.of("cat", "Hund", attention)).isEmpty();
        assertThat(WordAlignment.of("dog", "Katze", attention)).isEmpty();
    }

    @Test
    void shouldBeEmptyIfBytesMakeNoCharacter() {
        var attention = new Alignment(List.of("<0xE2>", "<0x41>", END), List.of("\u2581b", END), new float[2][3]);

        assertThat(WordAlignment.of("\u20AC", "b", attention)).isEmpty();
    }

    @Test
    void shouldFollowTheDiagonalWhereNothingIsKnown() {
        var words = WordAlignment.diagonal("a b", "w x y z");

        assertThat(List.of(words.sourceOf(0), words.sourceOf(1), words.sourceOf(2), words.sourceOf(3)))
                .containsExactly(0, 0, 1, 1);
        assertThat(WordAlignment.diagonal("", "x").sourceOf(0)).isEqualTo(-1);
    }

    @Test
    void shouldMakePunctuationWordsOfTheirOwn() {
        assertThat(WordAlignment.words("It's, \u00A0so"))
                .containsExactly(new Word(0, 2), new Word(2, 3), new Word(3, 4), new Word(4, 5), new Word(7, 9));
    }
}
