package io.lingoduct.serde;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.avro.TranslationRequest;
import io.lingoduct.serde.avro.AvroFormat;
import io.lingoduct.serde.avro.AvroRecordFormat;
import io.lingoduct.serde.avro.framing.SingleObjectFraming;
import io.lingoduct.serde.json.JsonFormat;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The size of an output is known before it is written, and a value that is too large is not written at all. */
class OutputSizeTest {

    @Property(tries = 300, seed = "20260101")
    void shouldMeasureTextsAsTheyAreWritten(@ForAll String text) {
        assertThat(OutputSize.ofUtf8(text)).isEqualTo(text.getBytes(UTF_8).length);
    }

    @Property(tries = 200, seed = "20260101")
    void shouldTakeALimitThatIsExactlyMet(@ForAll("texts") String text, @ForAll boolean added) {
        var title = added ? FieldMapping.added("title", "title_\"de") : FieldMapping.inPlace("title");
        var json = new JsonFormat(List.of(title), ReadFields.NONE).decode("{\"title\":\"a\",\"n\":1}".getBytes(UTF_8));
        var schema = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"title\",\"type\":\"string\"}]}");
        var mapping = added ? FieldMapping.added("title", "title_de") : title;
        var avro = new AvroRecordFormat(List.of(mapping), ReadFields.NONE, new SingleObjectFraming(List.of(schema)))
                .decode(new SingleObjectFraming(List.of(schema)).frame(schema, new byte[] {2, 'a'}));

        assertMeasured(json, text);
        assertMeasured(avro, text);
        assertMeasured(new TextFormat().decode(new byte[0]), text);
        assertMeasured(request(Map.of()), text);
        assertMeasured(request(Map.of("id", text, text + "\u00fc", "7")), text);
    }

    private static void assertMeasured(DecodedMessage message, String text) {
        var translations = Translations.fields(List.of(text));
        long size = message.encode(translations, Translations.MODEL, Translations.NO_LIMIT).length;

        assertThat(message.encode(translations, Translations.MODEL, size)).hasSize((int) size);
        assertThatThrownBy(() -> message.encode(translations, Translations.MODEL, size - 1))
                .isInstanceOfSatisfying(OutputTooLargeException.class, e -> assertThat(e.bytes())
                        .isEqualTo(size))
                .hasMessage("the output would take " + size + " bytes, and at most " + (size - 1) + " are possible");
    }

    @Test
    void shouldReplaceOnlyTheLastOfManyMembersOfTheAddedName() {
        var text = "1".repeat(500_000);
        var value = "{\"title\":\"" + text + "\"" + ",\"title_de\":1".repeat(38_460) + "}";
        var format = new JsonFormat(List.of(FieldMapping.added("title", "title_de")), ReadFields.NONE);

        var translated = Translations.identity(format, value.getBytes(UTF_8));

        assertThat(translated).hasSize(value.length() + text.length() + 1);
        assertThat(new String(translated, UTF_8)).endsWith(",\"title_de\":1,\"title_de\":\"" + text + "\"}");
    }

    @Test
    void shouldCountTheEscapesOfControlCharacters() {
        var format = new JsonFormat(List.of(FieldMapping.inPlace("t")), ReadFields.NONE);
        var message = format.decode("{\"t\":\"\"}".getBytes(UTF_8));

        assertThatThrownBy(() -> message.encode(
                        Translations.fields(List.of("\u0001".repeat(100_000))), Translations.MODEL, 100_000))
                .isInstanceOf(OutputTooLargeException.class)
                .hasMessageContaining("600008 bytes");
    }

    @Test
    void shouldMeasureWhatNoArrayCanHold() {
        assertThatThrownBy(() -> OutputSize.within(19_000_000_000L, Translations.NO_LIMIT))
                .isInstanceOf(OutputTooLargeException.class)
                .hasMessage("the output would take 19000000000 bytes, and at most 2147483583 are possible");
    }

    @Provide
    Arbitrary<String> texts() {
        return Unicode.texts();
    }

    private static DecodedMessage request(Map<String, String> metadata) {
        try {
            var buffer = TranslationRequest.getEncoder().encode(new TranslationRequest("a", metadata));
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return new AvroFormat(AvroFormat.singleObject()).decode(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
