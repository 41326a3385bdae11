package io.lingoduct.text.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TextSegmenterPropertyTest {

    private static final List<String> PIECES = List.of(
            "Hello",
            "world",
            "Mr",
            "Dr",
            "z",
            "3",
            "I",
            ".",
            ". ",
            "? ",
            "! ",
            ", ",
            "; ",
            "\u3002",
            "\uFF0C",
            "\"",
            ")",
            "(",
            " ",
            "  ",
            "\u00A0",
            "\u3000",
            "\t",
            "\n",
            "\r\n",
            "\u2028",
            "\u0085",
            "\f",
            "\0",
            "e\u0301",
            "\u0301",
            "\uD83D",
            "\uDE00",
            "😀",
            "👩‍👩‍👧",
            "\uFEFF",
            "中文",
            "עברית",
            "https://a.b/?C",
            "a@b.co",
            "42",
            "x".repeat(40));

    @Property(seed = "20260101")
    void shouldRebuildAnyTextFromItsOwnSegments(
            @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 30) int max) {
        var split = new TextSegmenter("en", max).split(text, String::length);

        assertThat(split.join(split.segments())).isEqualTo(text);
    }

    @Property(seed = "20260101")
    void shouldKeepSegmentsWithinTheLimit(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 30) int max) {
        var split = new TextSegmenter("en", max).split(text, String::length);

        assertThat(split.segments())
                .allMatch(segment -> segment.length() <= max || segment.codePointCount(0, segment.length()) == 1);
    }

    /** Counts such as those of byte-pair encoding may fall when a text grows. */
    @Property(seed = "20260101")
    void shouldKeepSegmentsWithinALimitThatDoesNotGrowWithTheText(@ForAll("texts") String text) {
        var segmenter = new TextSegmenter("en", 5);

        assertThat(segmenter
                        .split(text, TextSegmenterPropertyTest::unsteadyCount)
                        .segments())
                .allMatch(segment -> unsteadyCount(segment) <= 5 || segment.codePointCount(0, segment.length()) == 1);
    }

    @Property(seed = "20260101")
    void shouldGiveSegmentsWithoutWhiteSpaceAroundThem(@ForAll("texts") String text) {
        assertThat(new TextSegmenter("de", 50).split(text, String::length).segments())
                .noneMatch(segment -> segment.isEmpty()
                        || WhiteSpace.is(segment.charAt(0))
                        || WhiteSpace.is(segment.charAt(segment.length() - 1)));
    }

    @Provide
    Arbitrary<String> texts() {
        var composed = Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
        var anything = Arbitraries.chars().all().list().ofMaxSize(80).map(TextSegmenterPropertyTest::concatenate);
        return Arbitraries.oneOf(composed, anything);
    }

    private static String concatenate(List<Character> chars) {
        var text = new StringBuilder();
        chars.forEach(text::append);
        return text.toString();
    }

    private static int unsteadyCount(String text) {
        return text.length() / 2 + text.length() % 3;
    }
}
