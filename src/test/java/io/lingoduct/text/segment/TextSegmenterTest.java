package io.lingoduct.text.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextSegmenterTest {

    private final TextSegmenter english = new TextSegmenter("en", 100);

    @Test
    void shouldCutParagraphsIntoSentences() {
        var text = english.split("  It rains. Will it stop?\n\nI hope so!\r\n", TextSegmenterTest::words);

        assertThat(text.segments()).containsExactly("It rains.", "Will it stop?", "I hope so!");
        assertThat(text.skeleton()).containsExactly("  ", " ", "\n\n", "\r\n");
    }

    @Test
    void shouldPutTranslationsInPlace() {
        var text = english.split("- One.  Two.\u2028\tThree.\n", TextSegmenterTest::words);

        assertThat(text.join(List.of("- Eins.", "Zwei.", "Drei."))).isEqualTo("- Eins.  Zwei.\u2028\tDrei.\n");
    }

    @Test
    void shouldRefuseTheWrongNumberOfTranslations() {
        var text = english.split("One. Two.", TextSegmenterTest::words);

        assertThatThrownBy(() -> text.join(List.of("Eins.")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 segments cannot be replaced by 1 translations");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t\n\u3000",
                "42",
                "3.14 - 2,71 = ?",
                "🎉🎉 👩‍👩‍👧!",
                "https://example.com/a?B=1&c=D.E",
                "(www.example.org),",
                "HTTP://EXAMPLE.COM <mailto:me@example.com>",
                "first.last@mail.example.com",
                "12:30 www.example.org ✓"
            })
    void shouldPassTextWithoutLanguageThrough(String text) {
        assertThat(english.split(text, TextSegmenterTest::words).segments()).isEmpty();
    }

    @Test
    void shouldKeepAnAddressInsideItsSentence() {
        assertThat(english.split(
                                "See https://example.com/?Q=Yes. Then write to a@b.com. Bye.", TextSegmenterTest::words)
                        .segments())
                .containsExactly("See https://example.com/?Q=Yes.", "Then write to a@b.com.", "Bye.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mr. Smith met Dr. Jones.",
                "J. R. R. Tolkien wrote it.",
                "The U.S. Army left.",
                "It was No. 5 of ten.",
                "Bring fruit, e.g. Apples.",
                "\"Really?\" he asked."
            })
    void shouldNotEndASentenceTooEarly(String sentence) {
        assertThat(english.split(sentence, TextSegmenterTest::words).segments()).containsExactly(sentence);
    }

    @Test
    void shouldEndASentenceAfterThePronounI() {
        assertThat(english.split("So am I. Let us go.", TextSegmenterTest::words)
                        .segments())
                .containsExactly("So am I.", "Let us go.");
    }

    @Test
    void shouldKeepGermanOrdinalsWithTheirNoun() {
        var german = new TextSegmenter("de", 100);

        assertThat(german.split("Am 3. Oktober kam z. B. Frau Dr. Meier. Gut so.", TextSegmenterTest::words)
                        .segments())
                .containsExactly("Am 3. Oktober kam z. B. Frau Dr. Meier.", "Gut so.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en | Great! 🎉 Let us go. 👍🏽 | Great! / Let us go.
            en | Great!❤️ Let us go.      | Great! / Let us go.
            en | 1. Open it. 2) Close it. | Open it. / Close it.
            de | 1. Öffnen. 2. Schließen. | Öffnen. / Schließen.
            de | 3. Mai, wie schön!       | 3. Mai, wie schön!
            """)
    void shouldKeepListNumbersAndEmojiBesideASentenceInTheSkeleton(String language, String text, String segments) {
        assertThat(String.join(
                        " / ",
                        new TextSegmenter(language, 100)
                                .split(text, TextSegmenterTest::words)
                                .segments()))
                .isEqualTo(segments);
    }

    @Test
    void shouldEndSentencesThatHaveNoSpaceBetweenThem() {
        assertThat(new TextSegmenter("zh", 100).split("你好。世界！", String::length).segments())
                .containsExactly("你好。", "世界！");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            one two, three four five | one two, / three four five
            one two three four five  | one two three four / five
            one, two three four five | one, two three four / five
            """)
    void shouldWrapAtPunctuationThenAtSpaces(String text, String expected) {
        var segmenter = new TextSegmenter("en", 4);

        assertThat(String.join(
                        " / ", segmenter.split(text, TextSegmenterTest::words).segments()))
                .isEqualTo(expected);
    }

    @Test
    void shouldWrapWithoutSpacesBetweenGraphemes() {
        var segmenter = new TextSegmenter("en", 3);

        assertThat(segmenter.split("abe\u0301cd", String::length).segments()).containsExactly("ab", "e\u0301c", "d");
    }

    @Test
    void shouldNeverSplitASurrogatePair() {
        var letter = Character.toString(0x20000);
        var segmenter = new TextSegmenter("zh", 3);

        assertThat(segmenter.split(letter.repeat(5), String::length).segments())
                .hasSize(5)
                .containsOnly(letter);
    }

    @Test
    void shouldGiveASingleCodePointEvenWhereItIsTooLong() {
        var segmenter = new TextSegmenter("en", 2);

        assertThat(segmenter.split("abc", text -> 4 * text.length()).segments()).containsExactly("a", "b", "c");
    }

    @Test
    void shouldGiveTheSameResultOnManyThreads() {
        var text = "Mr. Smith left. Did he? Yes.\n".repeat(50);
        var expected = english.split(text, TextSegmenterTest::words);

        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> english.split(text, TextSegmenterTest::words)))
                .allMatch(expected::equals);
    }

    private static int words(String text) {
        return text.split("\\s+").length;
    }
}
