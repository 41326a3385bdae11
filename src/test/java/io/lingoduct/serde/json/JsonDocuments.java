package io.lingoduct.serde.json;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * JSON in any spelling, with texts at {@code title}, {@code comments[].body} and {@code labels.*}. These texts, as they are
 * spelt, stand between {@link #OPEN} and {@link #CLOSE}, which occur nowhere else.
 */
final class JsonDocuments {

    static final String OPEN = "\u27E6";
    static final String CLOSE = "\u27E7";

    private static final int LEVELS = 3;

    private JsonDocuments() {}

    static Arbitrary<String> documents() {
        var comments = array(object(List.of(member("\"body\"", marked()))));
        var labels = Arbitraries.oneOf(
                objectOf(Combinators.combine(strings(), spaces(), marked())
                        .as((name, space, text) -> name + space + ":" + space + text)),
                Arbitraries.just("null"));
        return object(List.of(
                member("\"title\"", marked()),
                member("\"t\\u0069tle\"", marked()),
                member("\"comments\"", comments),
                member("\"labels\"", labels)));
    }

    private static Arbitrary<String> marked() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, strings().map(text -> OPEN + text + CLOSE)), Tuple.of(1, Arbitraries.just("null")));
    }

    private static Arbitrary<String> member(String name, Arbitrary<String> value) {
        return Combinators.combine(spaces(), spaces(), value)
                .as((before, after, text) -> before + name + after + ":" + after + text + before);
    }

    private static Arbitrary<String> object(List<Arbitrary<String>> named) {
        var others = List.of("\"x\"", "\"titles\"", "\"\"", "\"title_de\"", "\"body_de\"", "\"\u00fc\\\"\"").stream()
                .map(name -> member(name, anything(LEVELS)))
                .toList();
        return objectOf(
                Arbitraries.oneOf(Stream.concat(named.stream(), others.stream()).toList()));
    }

    private static Arbitrary<String> objectOf(Arbitrary<String> member) {
        return joined("{", member, "}");
    }

    private static Arbitrary<String> array(Arbitrary<String> element) {
        return joined("[", element, "]");
    }

    private static Arbitrary<String> joined(String open, Arbitrary<String> part, String close) {
        return Combinators.combine(spaces(), part.list().ofMaxSize(5))
                .as((space, parts) -> space + open + space + String.join("," + space, parts) + close + space);
    }

    private static Arbitrary<String> anything(int levels) {
        var scalars = Arbitraries.oneOf(strings(), numbers(), Arbitraries.of("true", "false", "null"));
        if (levels == 0) {
            return scalars;
        }
        var inner = Arbitraries.lazy(() -> anything(levels - 1));
        return Arbitraries.oneOf(scalars, array(inner), objectOf(member("\"title\"", inner)));
    }

    private static Arbitrary<String> numbers() {
        return Arbitraries.of("0", "-0", "1.0E5", "1e-400", "1E+2", "0.10", "3." + "14".repeat(50), "9".repeat(1500));
    }

    private static Arbitrary<String> strings() {
        return Arbitraries.of(
                        "a",
                        " ",
                        "\u00e9",
                        "\\u00e9",
                        "\\u0041",
                        "\\n",
                        "\\/",
                        "/",
                        "\\\\",
                        "\\\"",
                        "\\ud83d\\ude00",
                        "\ud83d\ude00",
                        "{",
                        "]",
                        ",",
                        ":",
                        "\u2028",
                        "\\u0000",
                        "\u007f")
                .list()
                .ofMaxSize(8)
                .map(parts -> "\"" + String.join("", parts) + "\"");
    }

    private static Arbitrary<String> spaces() {
        return Arbitraries.of("", "", " ", "\n\t", "\r\n  ");
    }
}
