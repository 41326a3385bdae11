package io.lingoduct.front.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanFinderTest {

    private static final int LONG = 1_000_000;
    private static final Duration NEVER_SO_LONG = Duration.ofSeconds(30);

    private final SpanFinder finder = new SpanFinder(KeepPatterns.NONE);

    static List<MarkedLines.Line> lines() {
        return MarkedLines.read("spans.txt");
    }

    @ParameterizedTest
    @MethodSource("lines")
    void shouldFindTheSpansOfAnOrdinaryText(MarkedLines.Line line) {
        assertThat(MarkedLines.marked(line.text(), finder.find(line.text())))
                .isEqualTo(MarkedLines.marked(line.text(), line.spans()));
    }

    @Test
    void shouldFindEveryoneOfManySpansInASentence() {
        var text = "{{a}} AB-1234 https://example.com/x %s @tom ".repeat(100);

        assertThat(finder.find(text)).hasSize(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDC00", "\uE000", "\uFFFC", "\uFFFF", "\u0007", "→", "\uD835\uDC00"})
    void shouldTakeForASymbolWhatNoModelKnows(String symbol) {
        var text = "Well " + symbol + " done.";

        assertThat(finder.find(text)).containsExactly(new Span(5, 5 + symbol.length(), SpanKind.SYMBOL));
    }

    @Test
    void shouldKeepWhatTheRouteNamesBeforeAllElse() {
        var finder = new SpanFinder(KeepPatterns.of(List.of("Blue Whale", "Whale \\d+", "example")));

        var text = "The Blue Whale 7 and Whale 12 of https://example.com/x";

        assertThat(MarkedLines.marked(text, finder.find(text)))
                .isEqualTo("The ⟦KEPT Blue Whale⟧ 7 and ⟦KEPT Whale 12⟧ of https://⟦KEPT example⟧.com/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{{",
                "}",
                "{a",
                "{a}",
                "{{a}}",
                "{a,plural,",
                "<",
                "<a ",
                "<a b=\"",
                "<a b=\" c='",
                "<!--",
                "<%",
                "`",
                "``a",
                "`a ",
                "@",
                "a@",
                "@a",
                "a@b.",
                "%",
                "%(",
                "%%",
                "%a",
                "http://",
                "http://a ",
                "://",
                "www.",
                "www.((",
                "a.",
                "a-",
                "/",
                "/a",
                "\\",
                "\\\\a ",
                "C:\\a ",
                "~/",
                "#",
                "#-",
                "&",
                "&#",
                "&a",
                "$",
                "$$a",
                "[[",
                "[[a",
                "*|",
                "0",
                "1-",
                "1.",
                "1:",
                "+1 ",
                "(0",
                "0 ",
                "0 1",
                "DE12 ",
                "1111 ",
                "A",
                "A1",
                "A1-",
                "A1/",
                "a_",
                "_",
                "é1",
                "→",
                "\uD83D",
                "😀",
                "👨\u200D",
                "1\uFE0F",
                ":a",
                "::",
                ":)",
                "a:b:",
                "Ab.de.",
                "\uFFFF",
                "\u0000"
            })
    void shouldGetThroughALongTextWithoutSpacesOfAnySign(String unit) {
        var text = unit.repeat(LONG / unit.length());

        assertTimeoutPreemptively(NEVER_SO_LONG, () -> {
            assertDisjoint(text, finder.find(text));
            assertDisjoint(text, new EmojiFinder().find(text));
        });
    }

    @Test
    void shouldGetThroughDeepNests() {
        for (var text : List.of(
                "{".repeat(LONG / 2) + "}".repeat(LONG / 2),
                "{a,select,b".repeat(50_000) + "}".repeat(50_000),
                "(".repeat(LONG / 2) + ")".repeat(LONG / 2),
                "http://a/" + "(".repeat(LONG / 2) + ")".repeat(LONG / 2))) {
            assertTimeoutPreemptively(NEVER_SO_LONG, () -> assertDisjoint(text, finder.find(text)));
        }
    }

    static void assertDisjoint(String text, List<Span> spans) {
        int end = 0;
        for (var span : spans) {
            if (span.start() < end || span.end() > text.length()) {
                throw new AssertionError(span + " behind " + end + " of " + text.length());
            }
            end = span.end();
        }
    }
}
