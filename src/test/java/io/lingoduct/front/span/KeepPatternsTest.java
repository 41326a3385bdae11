package io.lingoduct.front.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepPatternsTest {

    private static final Duration NEVER_SO_LONG = Duration.ofSeconds(60);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(abc | is no regular expression",
                "a** | is no regular expression",
                "[z-a] | is no regular expression",
                "x* | matches where there is nothing",
                "a?b? | matches where there is nothing",
                "\\b | matches where there is nothing",
                "$ | matches where there is nothing",
                "(?=x)y | looks around itself",
                "x(?<!y) | looks around itself",
                "(a)\\1 | refers back",
                "(?<n>a)\\k<n> | refers back",
                "\\bÜbersee | \\b beside a letter",
                "([a-z]{100}){100} | too large",
            })
    void shouldRefuseAtStartWhatWouldNotDoWhatItsAuthorMeans(String expression, String reason) {
        assertThatThrownBy(() -> KeepPatterns.of(List.of("fine", expression)))
                .isInstanceOf(IllegalArgumentException.class)
                .isInstanceOf(KeepPatternException.class)
                .hasMessageContaining("'" + expression + "'")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }

    @Test
    void shouldTakeExpressionsThatOthersWouldBacktrackFor() {
        var text = "a".repeat(100_000) + "b";
        var finder = new SpanFinder(KeepPatterns.of(List.of("(a+)+c", "(a|aa)*d", "(.*)*e")));

        assertTimeoutPreemptively(
                NEVER_SO_LONG, () -> assertThat(finder.find(text)).isEmpty());
    }

    @Test
    void shouldKeepWhatWasFoundWhenMatchesTakeTooLongTogether() {
        var keep = KeepPatterns.of(List.of("a(.*b)?", "c"));
        var text = "c" + "a".repeat(200_000);

        var spans = assertTimeoutPreemptively(NEVER_SO_LONG, () -> new SpanFinder(keep).find(text));

        assertThat(keep.exhausted()).isEqualTo(1);
        assertThat(spans).contains(new Span(0, 1, SpanKind.KEPT), new Span(1, 2, SpanKind.KEPT));
    }

    @Test
    void shouldFindAllMatchesOfAnOrdinaryExpressionInALongText() {
        var keep = KeepPatterns.of(List.of("Nordwind(-Tarif)?", "(?i)\\bacme\\b", "\\p{Lu}{3}\\d+"));
        var text = "Der Nordwind-Tarif von ACME und ÜBÄ12 gilt. ".repeat(5_000);

        assertThat(new SpanFinder(keep).find(text)).hasSize(15_000).allMatch(span -> span.kind() == SpanKind.KEPT);
        assertThat(keep.exhausted()).isZero();
    }

    @Test
    void shouldBeEqualIfTheExpressionsAre() {
        var keep = KeepPatterns.of(List.of("a", "b"));

        assertThat(keep)
                .isEqualTo(KeepPatterns.of(List.of("a", "b")))
                .hasSameHashCodeAs(KeepPatterns.of(List.of("a", "b")))
                .isNotEqualTo(KeepPatterns.of(List.of("b", "a")))
                .isNotEqualTo(KeepPatterns.NONE);
        assertThat(keep.expressions()).containsExactly("a", "b");
        assertThat(KeepPatterns.of(List.of())).isSameAs(KeepPatterns.NONE);
    }
}
