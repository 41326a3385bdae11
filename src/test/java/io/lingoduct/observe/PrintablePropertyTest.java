package io.lingoduct.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PrintablePropertyTest {

    private static final String UNSAFE =
            "\u0000\u0007\b\t\n\u000B\f\r\u001B\u007F\u0080\u0085\u009B\u009F\u00AD\u061C\u200B\u200E\u200F\u2028\u2029"
                    + "\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF\uD800\uDFFF";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Provide
    static Arbitrary<String> texts() {
        var characters = Arbitraries.oneOf(
                Arbitraries.chars().all(),
                Arbitraries.of(UNSAFE.chars().mapToObj(unit -> (char) unit).toList()),
                Arbitraries.chars().alpha());
        return characters.list().ofMaxSize(40).map(list -> {
            var text = new StringBuilder();
            list.forEach(text::append);
            return text.toString();
        });
    }

    @Property
    void shouldLeaveNothingThatCouldMoveACursorOrTurnTheWriting(@ForAll("texts") String text) {
        assertThat(unsafe(Printable.line(text))).isZero();
        assertThat(unsafe(Printable.lines(text).replace("\n", "").replace("\t", "")))
                .isZero();
    }

    @Property
    void shouldLeaveLineFeedsAndTabsOfSeveralLines(@ForAll("texts") String text) {
        assertThat(Printable.lines(text).chars().filter(unit -> unit == '\n' || unit == '\t'))
                .hasSameSizeAs(text.chars()
                        .filter(unit -> unit == '\n' || unit == '\t')
                        .boxed()
                        .toList());
    }

    @Property
    void shouldChangeNothingTwice(@ForAll("texts") String text) {
        assertThat(Printable.line(Printable.line(text))).isEqualTo(Printable.line(text));
    }

    @Property
    void shouldKeepTheMeaningOfJson(@ForAll("texts") String text) throws JsonProcessingException {
        var json = JSON.writeValueAsString(text);

        assertThat(JSON.readValue(Printable.line(json), String.class)).isEqualTo(text);
    }

    // Not as Printable finds them: by the ranges of Unicode's own list of bidirectional and of other controls.
    private static long unsafe(String text) {
        return text.codePoints()
                .filter(character -> character < 0x20
                        || character >= 0x7F && character < 0xA0
                        || character == 0x061C
                        || character >= 0x200E && character <= 0x200F
                        || character >= 0x2028 && character <= 0x202E
                        || character >= 0x2066 && character <= 0x2069
                        || character == 0xFEFF
                        || character >= 0xD800 && character <= 0xDFFF)
                .count();
    }
}
