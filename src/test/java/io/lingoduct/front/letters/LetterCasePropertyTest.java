package io.lingoduct.front.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.lingoduct.front.align.WordAlignment;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LetterCasePropertyTest {

    private static final List<LetterCase> ALL = List.of(
            new LetterCase("en", "de", word -> word.length() % 2 == 0),
            new LetterCase("de", "en", word -> Character.isUpperCase(word.charAt(0))),
            new LetterCase("fr", "en", word -> true),
            new LetterCase("tr", "el", word -> word.hashCode() % 3 == 0),
            new LetterCase("", "x", word -> false));

    @Property
    void givesBackAnySegmentThatWasNotTranslated(@ForAll("segments") String segment) {
        for (var letters : ALL) {
            var cased = letters.read(segment);
            var alignment = WordAlignment.diagonal(segment, cased.input());

            assertThat(cased.input()).hasSameSizeAs(segment).isEqualToIgnoringCase(segment);
            assertThat(cased.restore(cased.input(), alignment)).isEqualTo(segment);
            assertThat(cased.restore(cased.input() + ".", null)).isEqualTo(segment + ".");
        }
    }

    @Property
    void changesNothingButTheCaseOfATranslation(@ForAll("segments") String segment, @ForAll("segments") String target) {
        for (var letters : ALL) {
            var restored = letters.read(segment).restore(target, WordAlignment.diagonal(segment, target));

            assertThat(folded(restored)).isEqualTo(folded(target));
            assertThat(restored.chars().filter(c -> c == 0xFFFC).count())
                    .isEqualTo(target.chars().filter(c -> c == 0xFFFC).count());
        }
    }

    private static String folded(String text) {
        return com.ibm.icu.text.Normalizer2.getNFKCCasefoldInstance()
                .normalize(text)
                .replace("\u0307", "")
                .replace('\u0131', 'i');
    }

    @Provide
    Arbitrary<String> segments() {
        var anything = Arbitraries.strings().ofMaxLength(40);
        var pieces = Arbitraries.of(
                        "a",
                        "A",
                        "i",
                        "I",
                        "THE",
                        "The",
                        "the",
                        "Tom",
                        "TOM",
                        "NASA",
                        "iPhone",
                        "hELLO",
                        "fUnNy",
                        "\u00DF",
                        "STRA\u00DFE",
                        "\u0130",
                        "\u0131",
                        "\u01C5",
                        "\u03A3",
                        "\u03C2",
                        "\uFB01",
                        " ",
                        " ",
                        " ",
                        "'",
                        "\u2019",
                        ".",
                        "! ",
                        "3",
                        "\uFFFC",
                        "\uD83C",
                        "\uD801\uDC00",
                        "\uE000",
                        "new",
                        "York")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(anything, pieces);
    }

    @Example
    void endsSoonForEndlessSegments() {
        for (var piece : List.of("A", "a ", "A ", "The ", "THE ", "a'", "I'", "the. ", "\" ", "NOT a ", "fUnNy ")) {
            var segment = piece.repeat(200_000);
            for (var letters : ALL) {
                assertTimeoutPreemptively(
                        Duration.ofSeconds(20),
                        () -> assertThat(letters.read(segment).input()).hasSameSizeAs(segment));
            }
        }
    }
}
