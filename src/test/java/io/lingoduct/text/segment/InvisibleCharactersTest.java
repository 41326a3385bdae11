package io.lingoduct.text.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class InvisibleCharactersTest {

    private static final List<String> INVISIBLE = List.of(
            "\uFEFF",
            "\u200B",
            "\u2060",
            "\u00AD",
            "\u200E",
            "\u200F",
            "\u202A",
            "\u2066",
            "\u2069",
            "\u061C",
            "\u180E",
            "\u200C",
            "\u200D",
            "\u034F",
            "\uFE0F",
            "\u3164",
            Character.toString(0xE0067),
            Character.toString(0xE0001));

    private final TextSegmenter english = new TextSegmenter("en", 100);

    @Example
    void shouldKeepWhatStandsBeforeASegmentInTheSkeleton() {
        for (var invisible : INVISIBLE) {
            var text = english.split(invisible + "Hello. " + invisible + " You.", String::length);

            assertThat(text.segments()).containsExactly("Hello.", "You.");
            assertThat(text.join(List.of("Hallo.", "Du."))).isEqualTo(invisible + "Hallo. " + invisible + " Du.");
        }
    }

    @Example
    void shouldKeepAPairOfMarksOfDirectionAroundASegment() {
        var text = english.split("\u2068Hello\u2069", String::length);

        assertThat(text.join(List.of("Hallo"))).isEqualTo("\u2068Hallo\u2069");
    }

    @Example
    void shouldLeaveJoinersWhereTheyStand() {
        assertThat(english.split("My \uD83D\uDC69\u200D\uD83D\uDC67", String::length)
                        .segments())
                .containsExactly("My \uD83D\uDC69\u200D\uD83D\uDC67");
        assertThat(english.split("I \u2764\uFE0F", String::length).segments()).containsExactly("I \u2764\uFE0F");
        assertThat(new TextSegmenter("fa", 100)
                        .split("می\u200Cخواهم", String::length)
                        .segments())
                .containsExactly("می\u200Cخواهم");
    }

    @Property(seed = "20260101")
    void shouldNeverBeginASegment(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 30) int max) {
        var split = new TextSegmenter("en", max).split(text, String::length);

        assertThat(split.segments()).noneMatch(segment -> Invisible.is(segment.codePointAt(0)));
        assertThat(split.join(split.segments())).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> texts() {
        var visible =
                Arbitraries.of("Hello", " ", ". ", "a", "\uD83D\uDC69", "\n", "中", "7", "e\u0301", "x".repeat(160));
        var pieces = Arbitraries.oneOf(visible, Arbitraries.of(INVISIBLE));
        var anything =
                Arbitraries.integers().between(0, Character.MAX_CODE_POINT).map(Character::toString);
        return Arbitraries.oneOf(pieces.list().ofMaxSize(40), anything.list().ofMaxSize(40))
                .map(list -> String.join("", list));
    }
}
