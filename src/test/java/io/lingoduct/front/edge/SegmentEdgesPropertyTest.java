package io.lingoduct.front.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SegmentEdgesPropertyTest {

    private static final List<SegmentEdges> ALL = List.of(
            new SegmentEdges("en", "de"),
            new SegmentEdges("de", "en"),
            new SegmentEdges("en", "fr"),
            new SegmentEdges("fr", "en"),
            new SegmentEdges("tr", "el"),
            new SegmentEdges("", "x"));

    @Property
    void givesBackAnySegmentThatWasNotTranslated(@ForAll("segments") String segment) {
        for (var edges : ALL) {
            var edged = edges.read(segment);

            assertThat(edged.lead() + edged.core() + edged.trail()).isEqualTo(segment);
            assertThat(edged.input()).startsWith(edged.core());
            assertThat(edged.restore(edged.input())).isEqualTo(segment);
        }
    }

    @Property
    void keepsTheEdgesWhateverTheTranslation(@ForAll("segments") String segment, @ForAll("segments") String target) {
        for (var edges : ALL) {
            var edged = edges.read(segment);

            assertThat(edged.restore(target))
                    .startsWith(edged.lead())
                    .endsWith(edged.trail().replaceFirst("^[ \u00A0\u202F\u2009\t]+", ""));
        }
    }

    @Provide
    Arbitrary<String> segments() {
        var anything = Arbitraries.strings().ofMaxLength(40);
        var pieces = Arbitraries.of(
                        "a",
                        "Tom",
                        " ",
                        "\u00A0",
                        ".",
                        "!",
                        "?",
                        "\u2026",
                        "\"",
                        "'",
                        "\u201C",
                        "\u201E",
                        "(",
                        ")",
                        "*",
                        "**",
                        "- ",
                        ":",
                        ";-)",
                        "1)",
                        "[10:32] ",
                        "Jack: ",
                        ">",
                        "<",
                        "<3",
                        "\uFFFC",
                        "\uFEFF",
                        "\u200D",
                        "\uD83C\uDF89",
                        "\uD83C",
                        "\uDF89",
                        "where",
                        "is",
                        "\u00DF",
                        "#",
                        "=",
                        ",")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(anything, pieces);
    }

    @Example
    void endsSoonForEndlessSegments() {
        int length = 1_000_000;
        for (var piece :
                List.of("(", "\"", "* ", "...", " ", ":-) ", "a) ", "[1:", "A b: ", "'", "- ", "?! ", "\uFFFC", "a,")) {
            var segment = "a" + piece.repeat(length / piece.length()) + "a";
            for (var edges : ALL) {
                assertTimeoutPreemptively(
                        Duration.ofSeconds(20),
                        () -> assertThat(edges.read(segment).restore(segment)).contains(segment.substring(1, 20)));
                assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> edges.read(segment.substring(1, segment.length() - 1)));
            }
        }
    }
}
