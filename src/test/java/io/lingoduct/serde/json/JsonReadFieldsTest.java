package io.lingoduct.serde.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.serde.DecodedMessage;
import io.lingoduct.serde.FieldMapping;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.ReadFields;
import io.lingoduct.serde.Translations;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReadFieldsTest {

    private static DecodedMessage decode(byte[] value, FieldMapping field, String... read) {
        return new JsonFormat(List.of(field), ReadFields.of(List.of(read))).decode(value);
    }

    private static DecodedMessage decode(String value, FieldMapping field, String... read) {
        return decode(value.getBytes(UTF_8), field, read);
    }

    @Test
    void shouldReadAFieldInTheScanThatDecodesTheMessage() {
        var value = "{\"title\":\"a\",\"lang\":\"en\",\"to\":{\"all\":[\"de\",\"fr\"]}}".getBytes(UTF_8);
        var message = decode(value, FieldMapping.inPlace("title"), "lang", "to.all[]");

        // Whoever scans it anew finds no JSON.
        Arrays.fill(value, (byte) 'x');

        assertThat(message.textAt("lang")).contains("en");
        assertThat(message.textAt("to.all[]")).contains("de");
    }

    @Test
    void shouldReadNothingWhereTheFieldIsMissingOrNull() {
        var message = decode("{\"title\":\"a\",\"lang\":null}", FieldMapping.inPlace("title"), "lang", "to.lang");

        assertThat(message.textAt("lang")).isEmpty();
        assertThat(message.textAt("to.lang")).isEmpty();
    }

    @Test
    void shouldReadATextThatIsTranslated() {
        var message =
                decode("{\"labels\":{\"x\":\"a\",\"lang\":\"en\"}}", FieldMapping.inPlace("labels.*"), "labels.lang");

        assertThat(message.textAt("labels.lang")).contains("en");
        assertThat(message.texts()).containsExactly("a", "en");
    }

    @Test
    void shouldReadATextWhoseTranslationIsAddedAndWhatItReplaces() {
        var message = decode(
                "{\"title\":\"a\",\"title_de\":{\"lang\":\"en\"}}",
                FieldMapping.added("title", "title_de"),
                "title",
                "title_de.lang");

        assertThat(message.textAt("title")).contains("a");
        assertThat(message.textAt("title_de.lang")).contains("en");
        assertThat(message.encode(Translations.fields(List.of("A")), Translations.MODEL, Translations.NO_LIMIT))
                .isEqualTo("{\"title\":\"a\",\"title_de\":\"A\"}".getBytes(UTF_8));
    }

    @Test
    void shouldHoldAFieldThatIsNoTextOnlyAgainstWhoeverAsksForIt() {
        var value = "{\"title\":\"a\",\"lang\":7,\"meta\":\"b\",\"half\":\"\\ud800\"}";
        var message = decode(value, FieldMapping.inPlace("title"), "lang", "meta.from", "meta.to", "half", "title");

        assertThat(message.texts()).containsExactly("a");
        assertThat(message.textAt("title")).contains("a");
        assertMalformed(message, "lang", "the field lang is a number, not a text");
        assertMalformed(message, "meta.from", "the field meta is a text, not an object, record or map");
        assertMalformed(message, "meta.to", "the field meta is a text, not an object, record or map");
        assertMalformed(message, "half", "a text holds half of a surrogate pair");
    }

    @Test
    void shouldRefuseToReadWhatItWasNotMadeFor() {
        var message = decode("{\"title\":\"a\",\"lang\":\"en\"}", FieldMapping.inPlace("title"), "title");

        assertThatThrownBy(() -> message.textAt("lang"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the format was not made to read lang");
    }

    @Test
    void shouldKnowAFieldByThePathThatWasGiven() {
        var message = decode("{\"title\":\"a\",\"lang\":\"en\"}", FieldMapping.inPlace("title"), "l\\ang", "lang");

        assertThat(message.textAt("l\\ang")).contains("en");
        assertThat(message.textAt("lang")).contains("en");
    }

    private static void assertMalformed(DecodedMessage message, String path, String reason) {
        assertThatThrownBy(() -> message.textAt(path))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage(reason);
    }
}
