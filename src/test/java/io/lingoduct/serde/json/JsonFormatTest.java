package io.lingoduct.serde.json;

import static io.lingoduct.serde.FieldMapping.added;
import static io.lingoduct.serde.FieldMapping.inPlace;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.serde.FieldMapping;
import io.lingoduct.serde.MalformedInput;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.ReadFields;
import io.lingoduct.serde.Translations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormatTest {

    @Test
    void shouldTranslateInPlaceAndKeepTheSpellingOfTheRest() {
        assertThat(upperCase(
                        "{ \"n\":1.0E5,\n\t\"title\" : \"a\\u00e9\" ,\"n\":0.10, \"x\":\"\\u0041\" }\n",
                        inPlace("title")))
                .isEqualTo("{ \"n\":1.0E5,\n\t\"title\" : \"AÉ\" ,\"n\":0.10, \"x\":\"\\u0041\" }\n");
    }

    @Test
    void shouldTranslateElementsAndAllMembersOfNestedValues() {
        assertThat(upperCase(
                        "{\"a\":[[\"x\"],[],null,[null,\"y\"]],\"b\":{\"k\":{\"t\":\"z\"},\"l\":null,\"m\":{\"u\":\"q\"}}}",
                        inPlace("a[][]"),
                        inPlace("b.*.t")))
                .isEqualTo(
                        "{\"a\":[[\"X\"],[],null,[null,\"Y\"]],\"b\":{\"k\":{\"t\":\"Z\"},\"l\":null,\"m\":{\"u\":\"q\"}}}");
    }

    @Test
    void shouldTranslateAnArrayOfTheOutermostLevel() {
        assertThat(upperCase("[{\"t\":\"a\"},{}]", inPlace("[].t"))).isEqualTo("[{\"t\":\"A\"},{}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"title\":null}", "{\"other\":\"title\"}", "{\"comments\":[]}", " { } "})
    void shouldPassThroughWhatIsMissingNullOrEmpty(String value) {
        assertThat(upperCase(value, inPlace("title"), inPlace("comments[].body")))
                .isEqualTo(value);
    }

    @Test
    void shouldAddTheTranslationRightAfterTheText() {
        assertThat(upperCase("{\"title\" : \"a\" , \"n\":1}", added("title", "title_\"de")))
                .isEqualTo("{\"title\" : \"a\",\"title_\\\"de\":\"A\" , \"n\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"old\"", "null", "12", "-1.5e3", "{\"a\":[1]}", "[ {} ]", "true"})
    void shouldReplaceAMemberOfTheAddedName(String old) {
        assertThat(upperCase("{\"de\": " + old + " ,\"title\":\"a\"}", added("title", "de")))
                .isEqualTo("{\"de\": \"A\" ,\"title\":\"a\"}");
        assertThat(upperCase("{\"title\":\"a\",\"de\":" + old + "}", added("title", "de")))
                .isEqualTo("{\"title\":\"a\",\"de\":\"A\"}");
    }

    @Test
    void shouldAddInEachElement() {
        assertThat(upperCase("{\"c\":[{\"b\":\"x\",\"n\":1},{\"b\":null},{\"b\":\"y\"}]}", added("c[].b", "d")))
                .isEqualTo("{\"c\":[{\"b\":\"x\",\"d\":\"X\",\"n\":1},{\"b\":null},{\"b\":\"y\",\"d\":\"Y\"}]}");
    }

    @Test
    void shouldAddTheTranslationOfTheLastOfSeveralMembersOfAName() {
        assertThat(upperCase("{\"t\":\"a\",\"t\":\"b\",\"n\":1}", added("t", "de")))
                .isEqualTo("{\"t\":\"a\",\"t\":\"b\",\"de\":\"B\",\"n\":1}");
        assertThat(upperCase("{\"t\":\"a\",\"t\":null}", added("t", "de"))).isEqualTo("{\"t\":\"a\",\"t\":null}");
    }

    @Test
    void shouldTranslateAllOfSeveralMembersOfANameInPlace() {
        assertThat(upperCase("{\"t\":\"a\",\"t\":\"b\"}", inPlace("t"))).isEqualTo("{\"t\":\"A\",\"t\":\"B\"}");
    }

    @Test
    void shouldKeepAByteOrderMark() {
        assertThat(upperCase("\uFEFF{\"t\":\"a\",\"u\":1}", added("t", "de")))
                .isEqualTo("\uFEFF{\"t\":\"a\",\"de\":\"A\",\"u\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":12}             | the field title is a number, not a text",
                "{\"title\":true}           | the field title is a boolean, not a text",
                "{\"title\":{\"s\":\"x\"}}  | the field title is an object, not a text",
                "{\"c\":{\"body\":\"x\"}}   | the field c is an object, not an array",
                "{\"c\":[\"secret\"]}       | the field c[] is a text, not an object, record or map",
                "{\"c\":[{\"body\":[]}]}    | the field c[].body is an array, not a text",
                "\"secret\"                 | the value is a text, not an object, record or map",
                "[]                         | the value is an array, not an object, record or map",
            })
    void shouldNameThePathOfAWrongTypeAndNotTheText(String value, String reason) {
        assertRefused(value, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                       | not valid JSON: the value is empty",
                "{} {}                    | not valid JSON: something follows the value",
                "{\"x\":\"secret\"} secret | not valid JSON at byte",
                "{\"x\":secret}           | not valid JSON at byte",
                "{\"x\":\"\\q\"}          | not valid JSON at byte",
                "{\"x\":01}               | not valid JSON at byte",
                "{\"x\":1,}               | not valid JSON at byte",
                "{\"title\":\"\\ud800\"}  | a text holds half of a surrogate pair",
                "{\"title\":\"\\ude00x\"} | a text holds half of a surrogate pair",
            })
    void shouldRefuseWhatIsNotJson(String value, String reason) {
        assertRefused(value, reason);
    }

    @Test
    void shouldNameTheByteThatIsNotUtf8() {
        var value = "{\"x\":\"ab\"}".getBytes(UTF_8);
        value[7] = (byte) 0xFF;

        assertThatThrownBy(() -> format().decode(value))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("not UTF-8 at byte 7 of the value");
    }

    @Test
    void shouldRefuseOtherEncodingsOfUnicode() {
        var value = "{\"title\":\"a\"}".getBytes(StandardCharsets.UTF_16LE);

        assertThatThrownBy(() -> format().decode(value)).isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void shouldRefuseNestingBeyondTheLimit() {
        var within = "{\"x\":" + "[".repeat(499) + "]".repeat(499) + "}";
        var beyond = "{\"x\":" + "[".repeat(500) + "]".repeat(500) + "}";

        assertThat(upperCase(within, inPlace("title"))).isEqualTo(within);
        assertRefused(beyond, "nested deeper than 500 levels");
        assertRefused("{\"x\":" + "[".repeat(1_000_000), "nested deeper than 500 levels");
    }

    @Test
    void shouldRefuseEveryTruncation() {
        MalformedInput.assertRefusesEveryTruncation(
                format(),
                "{\"title\":\"a\\u00e9\uD83D\uDE00\",\"c\":[{\"body\":\"b\"}],\"n\":-1.5e3,\"t\":true}"
                        .getBytes(UTF_8));
    }

    @Test
    void shouldTranslateATextOfAMegabyte() {
        var text = "ab\u00e9\\n".repeat(200_000);

        assertThat(upperCase("{\"title\":\"" + text + "\",\"n\":1}", inPlace("title")))
                .isEqualTo("{\"title\":\"" + "AB\u00c9\\n".repeat(200_000) + "\",\"n\":1}");
    }

    @Test
    void shouldRefuseAWrongNumberOfTranslations() {
        var message = format().decode("{\"title\":\"a\"}".getBytes(UTF_8));

        assertThatThrownBy(() -> message.encode(List.of(), Translations.MODEL, Translations.NO_LIMIT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRefused(String value, String reason) {
        assertThatThrownBy(() -> format().decode(value.getBytes(UTF_8)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    private static JsonFormat format() {
        return new JsonFormat(List.of(inPlace("title"), inPlace("c[].body")), ReadFields.NONE);
    }

    private static String upperCase(String value, FieldMapping... fields) {
        var format = new JsonFormat(List.of(fields), ReadFields.NONE);
        return new String(
                Translations.translate(format, value.getBytes(UTF_8), text -> text.toUpperCase(Locale.ROOT)), UTF_8);
    }
}
