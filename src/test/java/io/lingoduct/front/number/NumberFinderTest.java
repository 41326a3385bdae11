package io.lingoduct.front.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.front.span.Span;
import io.lingoduct.front.span.SpanKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFinderTest {

    private static final Pattern MARKED = Pattern.compile("\\{([NPDT]):([^}]*)}");
    private static final Map<String, SpanKind> KINDS =
            Map.of("N", SpanKind.NUMBER, "P", SpanKind.PRICE, "D", SpanKind.DATE, "T", SpanKind.TIME);

    static Stream<String> spans() {
        try (var file = NumberFinderTest.class.getResourceAsStream("spans.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("spans")
    void findsEachNumberWhole(String line) {
        var marked = line.substring(5);
        var text = MARKED.matcher(marked).replaceAll(match -> Matcher.quoteReplacement(match.group(2)));
        assertThat(marked(text, new NumberFinder(line.substring(0, 2)).find(text)))
                .isEqualTo(marked);
    }

    private static String marked(String text, List<Span> spans) {
        var marked = new StringBuilder();
        int at = 0;
        for (var span : spans) {
            marked.append(text, at, span.start())
                    .append('{')
                    .append(span.kind().name().charAt(0))
                    .append(':')
                    .append(span.of(text))
                    .append('}');
            at = span.end();
        }
        return marked.append(text.substring(at)).toString();
    }

    @Test
    void wordsWithDigitsAreFoundWhereNoDigitMayStayOutside() {
        var text = "In the 1990s my MP3 was the 2nd of 40.";
        assertThat(new NumberFinder("en").findWithWords(text).stream().map(span -> span.of(text)))
                .containsExactly("1990s", "MP3", "2nd", "40");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "12"})
    void smallNumbersArePlain(String number) {
        assertThat(NumberFinder.isPlainSmall(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "13", "-1", "1.5", "1/2", "$5", "5%", "\u0661", "123456789012"})
    void otherNumbersAreNotPlain(String number) {
        assertThat(NumberFinder.isPlainSmall(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1,",
                "1:",
                "1.",
                "1 ",
                "1-",
                "1/",
                "12/",
                "$",
                "$1",
                "1 234 ",
                "123 ",
                "123,",
                "March ",
                "March 5, ",
                "5 March ",
                "a1",
                "1a",
                "1\u00BD",
                "-",
                "EUR ",
                "1 1/",
                "3 p",
                "1e",
                "1 x 10",
                "\u0661",
                "\uD835\uDFCF",
                "\uD835"
            })
    void longTextsOfAnyPatternTakeLinearTime(String piece) {
        var text = piece.repeat(200_000 / piece.length());
        var check = new NumberCheck("en", "de");
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(120), () -> {
            assertDisjoint(text, new NumberFinder("en").find(text));
            assertThat(check.isKept(text, text)).isTrue();
        });
    }

    @Property
    void anyTextHasDisjointSpansAndNoDigitOutside(@ForAll @Size(max = 60) List<Piece> pieces, @ForAll String any) {
        var text = new StringBuilder(any);
        pieces.forEach(piece -> text.append(piece.text));
        for (var language : List.of("en", "de", "fr", "ja", "x-none")) {
            var finder = new NumberFinder(language);
            assertDisjoint(text.toString(), finder.find(text.toString()));
            var all = finder.findWithWords(text.toString());
            assertDisjoint(text.toString(), all);
            assertThat(outside(text.toString(), all).chars()).noneMatch(Character::isDigit);
        }
    }

    /** Pieces that numbers are made of, in any order. */
    enum Piece {
        ONE("1"),
        TWELVE("12"),
        NOUGHT("0"),
        THREE_DIGITS("345"),
        YEAR("2024"),
        COMMA(","),
        DOT("."),
        COLON(":"),
        SPACE(" "),
        SLASH("/"),
        DASH("-"),
        DOLLAR("$"),
        EURO("\u20AC"),
        CODE("EUR"),
        MARCH("March"),
        MAI("mai"),
        PM("pm"),
        AM("a.m."),
        H("h"),
        PERCENT("%"),
        TIMES("\u00D7"),
        ARABIC("\u0663"),
        HALF("\u00BD"),
        LONE("\uD800"),
        MASK("\uFFFC"),
        UHR(" Uhr");

        private final String text;

        Piece(String text) {
            this.text = text;
        }
    }

    private static void assertDisjoint(String text, List<Span> spans) {
        int end = 0;
        for (var span : spans) {
            Assertions.assertTrue(span.start() >= end && span.end() <= text.length());
            end = span.end();
        }
    }

    private static String outside(String text, List<Span> spans) {
        var outside = new StringBuilder();
        int at = 0;
        for (var span : spans) {
            outside.append(text, at, span.start());
            at = span.end();
        }
        return outside.append(text.substring(at)).toString();
    }
}
