package io.lingoduct.bench.fidelity.hostile;

import io.lingoduct.front.TextOptions;
import io.lingoduct.front.markup.TextMarkup;
import io.lingoduct.front.number.NumberStyle;
import io.lingoduct.front.span.KeepPatterns;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The hostile texts of the benchmark. */
final class HostileTexts {

    private static final int SPANS_IN_A_SENTENCE = 500;

    static final List<HostileText> ALL = List.of(
            plain(
                    "placeholders that do not close",
                    again("Hello {{name, your order {id} is }} on its way ${to {city}. "),
                    "{id}",
                    "{city}"),
            plain(
                    "placeholders within placeholders",
                    again("You have {count, plural, one {# new file} other {# new files}} in {{{ box }}}. "),
                    "{count, plural, one {# new file} other {# new files}}",
                    "{{{ box }}}"),
            plain("opening braces alone", again("{{"), "{{"),
            manySpans(),
            plain(
                    "placeholder tokens of our own",
                    again("Give me \uE000 and \uE001\uE006 before \uE00C arrives at \uFFFC. "),
                    "\uE000",
                    "\uE001",
                    "\uE006",
                    "\uE00C",
                    "\uFFFC"),
            marked(
                    "tags that never close",
                    TextMarkup.HTML,
                    again("<b>The lamp <i>is on <a href=\"https://example.org/x\">the table. "),
                    List.of("<b>", "<i>", "<a href=\"https://example.org/x\">"),
                    List.of()),
            marked("tags in tags", TextMarkup.HTML, HostileTexts::nestedTags, List.of("<b>", "</b>"), List.of()),
            marked("half a tag", TextMarkup.HTML, again("<a href=\"x "), List.of(), List.of()),
            marked(
                    "entities that decode to tags",
                    TextMarkup.HTML,
                    again("Write &lt;script&gt; before your name &amp;lt;here&amp;gt; please. "),
                    List.of(),
                    List.of("<script>", "<here>")),
            marked(
                    "marks that never close",
                    TextMarkup.MARKDOWN,
                    again("**The lamp *is [on the `table](https://example.org/x. "),
                    List.of(),
                    List.of()),
            marked("asterisks alone", TextMarkup.MARKDOWN, again("*_"), List.of(), List.of()),
            plain("right-to-left marks", again("\u202EThe lamp\u202C is \u200Fon the \u2067table\u2069. ")),
            plain("half a surrogate pair", again("The lamp \uD83D is on \uDE00 the table. ")),
            plain("no space", HostileTexts::letters),
            plain("one letter", again("a")),
            plain("one address", count -> "https://example.org/" + letters(count)),
            plain("nothing but emoji", again("🎉👍🏽❤️")),
            plain("nothing but numbers", again("1,234.50 ")),
            plain("accents on accents", again("a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308")),
            plain("brackets and quotes", again("(\"[„")),
            keeping("a pattern that goes back and back", "(a+)+b", again("aaaaaaaaaaaaaaaaaaaaaaaaaaaaac ")),
            keeping("a pattern that goes deep", "(?:x|y)*z", again("xy")),
            plain("any characters of Unicode", HostileTexts::anything));

    private HostileTexts() {}

    private static HostileText plain(String name, IntFunction<String> maker, String... spans) {
        return new HostileText(name, TextOptions.PLAIN, maker, List.of(spans), List.of());
    }

    private static HostileText marked(
            String name, TextMarkup markup, IntFunction<String> maker, List<String> spans, List<String> forbidden) {
        var options = new TextOptions(markup, KeepPatterns.NONE, NumberStyle.KEEP);
        return new HostileText(name, options, maker, spans, forbidden);
    }

    private static HostileText keeping(String name, String pattern, IntFunction<String> maker) {
        var options = new TextOptions(TextMarkup.TEXT, KeepPatterns.of(List.of(pattern)), NumberStyle.KEEP);
        return new HostileText(name, options, maker, List.of(), List.of());
    }

    private static HostileText manySpans() {
        var spans = IntStream.range(0, SPANS_IN_A_SENTENCE)
                .mapToObj(i -> "{{field" + i + "}}")
                .toList();
        var sentence = "Please read " + String.join(" and then ", spans) + ". ";
        return new HostileText(
                SPANS_IN_A_SENTENCE + " spans in a sentence", TextOptions.PLAIN, again(sentence), spans, List.of());
    }

    /** As often as it takes, at least once. */
    private static IntFunction<String> again(String unit) {
        return count -> unit.repeat(Math.max(1, count / unit.length()));
    }

    private static String nestedTags(int count) {
        int depth = Math.max(1, count / "<b>on </b>".length());
        return "<b>on ".repeat(depth) + "</b>".repeat(depth);
    }

    private static String letters(int count) {
        return new Random(count)
                .ints(count, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** Lone surrogates and code points that mean nothing among them. */
    private static String anything(int count) {
        return new Random(count)
                .ints(count, 0, Character.MAX_CODE_POINT + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
