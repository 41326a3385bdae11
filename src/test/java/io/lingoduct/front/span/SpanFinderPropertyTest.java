package io.lingoduct.front.span;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class SpanFinderPropertyTest {

    private final SpanFinder finder = new SpanFinder(KeepPatterns.of(List.of("[a-c]+1", "\\d\\s")));

    @Property(tries = 3000)
    void shouldFindDisjointSpansInTheirOrderInAnyText(@ForAll("texts") String text) {
        var spans = finder.find(text);

        SpanFinderTest.assertDisjoint(text, spans);
        assertThat(finder.find(text)).isEqualTo(spans);
    }

    @Property(tries = 3000)
    void shouldCutNoSurrogatePair(@ForAll("texts") String text) {
        finder.find(text).forEach(span -> assertThat(isCut(text, span.start()) || isCut(text, span.end()))
                .as("%s in %s", span, text)
                .isFalse());
    }

    @Property(tries = 3000)
    void shouldFindDisjointEmojiInAnyText(@ForAll("texts") String text) {
        SpanFinderTest.assertDisjoint(text, new EmojiFinder().find(text));
    }

    @Property(tries = 2000)
    void shouldLeaveEmojiToTheFinderOfEmoji(@ForAll("texts") String text) {
        var emoji = new EmojiFinder().find(text);

        for (var span : new SpanFinder(KeepPatterns.NONE).find(text)) {
            if (span.kind() == SpanKind.SYMBOL) {
                assertThat(emoji)
                        .noneMatch(found -> found.start() < span.end()
                                && span.start() < found.end()
                                && EmojiSequence.end(text, found.start()) >= 0);
            }
        }
    }

    /** All characters, and more often the signs that mean something to a finder. */
    @Provide
    Arbitrary<String> texts() {
        var signs = Arbitraries.of(
                "{", "}", "{{", "}}", "<", ">", "/", "\\", "`", "@", "#", "%", "$", "&", ";", ":", "://", "http://",
                "www.", ".", "com", "-", "_", "+", "(", ")", "[", "]", "\"", "'", "=", " ", " ", "a", "B", "word", "1",
                "23", "0", "%s", "name", "plural,", "😀", "\u200D", "\uFE0F", "→", "\uD83D", "\uDE00", "\uFFFF", "é",
                "京", "<b ", "*|", "~/", "C:\\", ":)", "xD");
        var any = Arbitraries.chars().all().map(String::valueOf);
        return Arbitraries.frequencyOf(Tuple.of(6, signs), Tuple.of(1, any))
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    private static boolean isCut(String text, int index) {
        return index > 0
                && index < text.length()
                && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
    }
}
