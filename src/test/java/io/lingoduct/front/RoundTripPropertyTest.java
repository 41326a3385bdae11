package io.lingoduct.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.front.markup.TextMarkup;
import io.lingoduct.front.number.NumberStyle;
import io.lingoduct.front.span.KeepPatterns;
import io.lingoduct.model.PlaceholderForm;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A model that writes what it reads gives every text back, whatever the front has taken out of it. */
class RoundTripPropertyTest {

    private final StepRunner reserved = StepRunner.identity(PlaceholderForm.RESERVED);
    private final StepRunner names = StepRunner.identity(PlaceholderForm.NAMES);

    @Property
    void shouldGiveAnyTextBack(@ForAll("anything") String text) {
        assertThat(reserved.translate(text)).isEqualTo(text);
        assertThat(names.translate(text)).isEqualTo(text);
    }

    @Property
    void shouldGiveTextsBackThatLookLikeMessages(@ForAll("messages") String text) {
        assertThat(reserved.translate(text)).isEqualTo(text);
        assertThat(names.translate(text)).isEqualTo(text);
    }

    @Property
    void shouldGiveMarkedUpTextsBack(@ForAll("messages") String text) {
        for (var markup : TextMarkup.values()) {
            var options = new TextOptions(markup, KeepPatterns.NONE, NumberStyle.KEEP);
            assertThat(reserved.translate(text, options)).as(markup.name()).isEqualTo(text);
        }
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.chars().all().list().ofMaxSize(60).map(RoundTripPropertyTest::text);
    }

    private static String text(Iterable<Character> characters) {
        var text = new StringBuilder();
        characters.forEach(text::append);
        return text.toString();
    }

    @Provide
    Arbitrary<String> messages() {
        var pieces = Arbitraries.of(
                "where is my order",
                "WHERE IS MY ORDER",
                "Where Is My Order",
                "I REALLY like it",
                "Please send",
                "i",
                "it",
                "Tom",
                "Boston",
                "57",
                "AB-1234",
                "#48291",
                "https://example.com/a?b=c",
                "anna@example.com",
                "{{name}}",
                "{0}",
                "%s",
                "${x}",
                "`code`",
                "@anna",
                "#hash",
                "$1,234.50",
                "12",
                "1,000,000",
                "2024-03-05",
                "March 5, 2024",
                "3:45 pm",
                "<b>",
                "</b>",
                "&amp;",
                "\u2764\uFE0F",
                "\uD83D\uDE00",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                ":-)",
                "\uFEFF",
                "\u200B",
                "\u00AD",
                "\uFFFC",
                "\uE000",
                "\uE009",
                "\uD800",
                "\u2028",
                "\u202E",
                "...",
                "\u2026",
                "!!!",
                "?!",
                "?",
                ".",
                ",",
                "\"",
                "\u201C",
                "\u201D",
                "\u201E",
                "(",
                ")",
                "*",
                "**",
                "- ",
                "1) ",
                "Jack: ",
                "> ",
                "~~",
                "\n",
                "\r\n",
                "\t",
                "  ",
                "\u00A0",
                "\u00DF",
                "\u0130",
                "\u01C5",
                "don't",
                "I'm",
                "e.g.",
                "Mr. ",
                "\u4F60\u597D\u3002",
                "~/a/b.txt",
                "C:\\x",
                "0x1F");
        return pieces.list().ofMaxSize(12).flatMap(words -> Arbitraries.of("", " ", " ", " ")
                .map(gap -> words.stream().collect(Collectors.joining(gap))));
    }
}
