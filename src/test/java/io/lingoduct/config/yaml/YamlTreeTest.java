package io.lingoduct.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTreeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0755",
                "0o17",
                "0x1F",
                "0b11",
                "1.10",
                "1e3",
                "1_000",
                "12345678901234567890",
                "1:30",
                "no",
                "on",
                "y",
                "True",
                "2026-01-01",
                "2026-01-01T00:00:00Z",
                ".inf",
                "-.INF",
                ".nan",
                "=",
                "nULL"
            })
    void shouldKeepAScalarAsItStands(String text) throws UnreadableYamlException {
        assertThat(YamlTree.parse("a: " + text).get("a")).isEqualTo(TextNode.valueOf(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
    void shouldTakeAnEmptyValueForNone(String text) throws UnreadableYamlException {
        assertThat(YamlTree.parse("a: " + text).get("a").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "\"\"", "'null'", "\"~\"", "!!str null"})
    void shouldTakeAQuotedValueForAText(String text) throws UnreadableYamlException {
        assertThat(YamlTree.parse("a: " + text).get("a").isTextual()).isTrue();
    }

    @Test
    void shouldTakeKeysAsTheyStand() throws UnreadableYamlException {
        assertThat(YamlTree.parse("{no: a, 1.10: b, null: c}").fieldNames())
                .toIterable()
                .containsExactly("no", "1.10", "null");
    }

    @Test
    void shouldPutInWhatAnAliasStandsFor() throws UnreadableYamlException {
        assertThat(YamlTree.parse("{a: &x 0755, b: *x, c: &y [1, {d: e}], f: *y, *x : g}"))
                .isEqualTo(YamlTree.parse("{a: 0755, b: 0755, c: [1, {d: e}], f: [1, {d: e}], 0755: g}"));
    }

    @Test
    void shouldCopyWhatAnAliasStandsFor() throws UnreadableYamlException {
        var root = YamlTree.parse("{a: &x {b: 1}, c: *x}");

        ((ObjectNode) root.get("a")).put("b", "2");

        assertThat(root.at("/c/b").asText()).isEqualTo("1");
    }

    @Test
    void shouldMergeMappingsWithoutTouchingWhatStandsThere() throws UnreadableYamlException {
        assertThat(
                        YamlTree.parse(
                                """
                                a: &a {x: 1, y: 1}
                                b: &b {x: 2, z: 2}
                                c: {<<: *a, y: 3}
                                d: {y: 3, <<: [*b, *a]}
                                e: {'<<': plain}
                                """))
                .isEqualTo(
                        YamlTree.parse(
                                """
                                a: {x: 1, y: 1}
                                b: {x: 2, z: 2}
                                c: {y: 3, x: 1}
                                d: {y: 3, x: 2, z: 2}
                                e: {"<<": plain}
                                """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a: 1;b: *x                    | there is no &x | 2
                    a: &x [1, *x]                 | within what it stands for | 1
                    a: 1;b: 2;a: 3                | the key a stands here twice | 3
                    <<: {a: 1};<<: {b: 2}         | stands here twice | 2
                    a: 1;<<: b                    | takes a mapping | 2
                    a: 1;---;b: 2                 | a second document | 2
                    a: !secret b                  | the tag !secret has no meaning | 1
                    a:; - !!binary aGk=           | the tag !!binary has no meaning | 2
                    a: 1;[b]: 2                   | a key must be a single text | 2
                    a: {b: 1;c: [                 | expected | 2
                    a: 1;b: 2: hunter2            | mapping values are not allowed here | 2
                    """)
    void shouldSayWhatIsWrongAndInWhichLine(String yaml, String reason, int line) {
        assertThatThrownBy(() -> YamlTree.parse(yaml.replace(';', '\n')))
                .isInstanceOf(UnreadableYamlException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("(line " + line + ", column ")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void shouldPointAtATabAndAtACharacterThatCannotBe() {
        assertThatThrownBy(() -> YamlTree.parse("a:\n\tb: 1"))
                .hasMessageContaining("TAB")
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> YamlTree.parse("a: 1\nb: \u0001"))
                .hasMessage("the character U+0001 cannot stand in YAML (line 2, column 4)");
    }

    @Test
    void shouldOverlookAByteOrderMarkAtTheStart() throws UnreadableYamlException {
        assertThat(YamlTree.parse("\uFEFFa: 1").has("a")).isTrue();
    }

    @Test
    void shouldFindNothingInCommentsAlone() throws UnreadableYamlException {
        assertThat(YamlTree.parse("# nothing\n")).isEqualTo(MissingNode.getInstance());
    }

    @Test
    void shouldRefuseAliasesThatGrowWithoutMeasure() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThatThrownBy(() -> YamlTree.parse(bomb.toString()))
                .hasMessageContaining("more than " + YamlTree.MAX_VALUES + " values")
                .hasMessageContaining("(line 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {YamlTree.MAX_DEPTH + 1, 200_000})
    void shouldRefuseADepthThatNoConfigurationHas(int depth) {
        assertThatThrownBy(() -> YamlTree.parse("[".repeat(depth + 1)))
                .hasMessageStartingWith("nested more than " + YamlTree.MAX_DEPTH + " levels deep (line 1");
    }

    @Test
    void shouldAcceptManyValues() throws UnreadableYamlException {
        var yaml = IntStream.range(0, 10_000).mapToObj(i -> "k" + i + ": v\n").collect(Collectors.joining());

        assertThat(YamlTree.parse(yaml)).hasSize(10_000);
    }

    /** Whatever stands there, it is read or refused, and never leads to another exception. */
    @Property(tries = 2000, seed = "20260101")
    void shouldReadOrRefuseAnyText(@ForAll("snippets") String yaml) {
        try {
            assertThat(YamlTree.parse(yaml)).isInstanceOf(JsonNode.class);
        } catch (UnreadableYamlException e) {
            assertThat(e).hasMessageContaining("(line ");
        }
    }

    @Provide
    Arbitrary<String> snippets() {
        return Arbitraries.of(
                        "a",
                        "b: ",
                        "- ",
                        "\n",
                        "  ",
                        "\t",
                        "&x ",
                        "*x",
                        "*y ",
                        "<<: ",
                        "[",
                        "]",
                        "{",
                        "}",
                        ",",
                        ": ",
                        "? ",
                        "| ",
                        "> ",
                        "'",
                        "\"",
                        "\\",
                        "#",
                        "!",
                        "!!str ",
                        "!!map ",
                        "%YAML 1.3",
                        "---",
                        "...",
                        "~",
                        "\u0000",
                        "\uD83D",
                        "😀",
                        "@",
                        "`")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }
}
