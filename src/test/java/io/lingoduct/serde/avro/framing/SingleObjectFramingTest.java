package io.lingoduct.serde.avro.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.serde.FieldMapping;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.ReadFields;
import io.lingoduct.serde.Translations;
import io.lingoduct.serde.avro.AvroRecordFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleObjectFramingTest {

    private static final Schema FIRST =
            SchemaBuilder.record("Post").fields().requiredString("title").endRecord();
    private static final Schema SECOND = SchemaBuilder.record("Post")
            .fields()
            .requiredString("title")
            .optionalInt("rank")
            .endRecord();

    @TempDir
    Path folder;

    @Test
    void shouldTranslateMessagesOfAvrosOwnEncoderForAvrosOwnDecoder() throws IOException {
        var format = new AvroRecordFormat(
                List.of(FieldMapping.inPlace("title")),
                ReadFields.NONE,
                new SingleObjectFraming(List.of(FIRST, SECOND)));
        var value = message(SECOND);

        var translated = Translations.translate(format, value, text -> text.toUpperCase(Locale.ROOT));

        assertThat(new BinaryMessageDecoder<GenericRecord>(new GenericData(), SECOND).decode(translated))
                .hasToString("{\"title\": \"HELLO\", \"rank\": null}");
    }

    @Test
    void shouldFrameAnExtendedSchemaWithItsOwnFingerprint() throws IOException {
        var format = new AvroRecordFormat(
                List.of(FieldMapping.added("title", "title_de")),
                ReadFields.NONE,
                new SingleObjectFraming(List.of(FIRST)));
        var output = format.outputSchema(FIRST);

        var translated = Translations.translate(format, message(FIRST), text -> text.toUpperCase(Locale.ROOT));

        assertThat(new BinaryMessageDecoder<GenericRecord>(new GenericData(), output).decode(translated))
                .hasToString("{\"title\": \"hello\", \"title_de\": \"HELLO\"}");
    }

    @Test
    void shouldReadVersionsOfOneSchemaFromFiles() throws IOException {
        var framing =
                SingleObjectFraming.ofFiles(List.of(file("1.avsc", FIRST.toString()), file("2.avsc", "\n " + SECOND)));

        assertThat(framing.schemas()).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(framing.read(message(SECOND)).schema()).isEqualTo(SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"type\":",
                "{\"type\":\"strin\"}",
                "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"int\",\"default\":\"x\"}]}"
            })
    void shouldNameAFileThatHoldsNoSchema(String text) throws IOException {
        var file = file("no.avsc", text);

        assertThatThrownBy(() -> SingleObjectFraming.ofFiles(List.of(file)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no Avro schema in " + file);
    }

    @Test
    void shouldNameAFileThatIsMissing() {
        var missing = folder.resolve("missing.avsc");

        assertThatThrownBy(() -> SingleObjectFraming.ofFiles(List.of(missing)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot read the schema " + missing);
    }

    @Test
    void shouldRefuseUnknownSchemasAndTruncatedHeaders() throws IOException {
        var framing = new SingleObjectFraming(List.of(FIRST));
        var unknown = message(SECOND);

        assertThatThrownBy(() -> framing.read(unknown))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageStartingWith("written with an unknown schema: fingerprint ");
        for (int length = 0; length < 10; length++) {
            var truncated = Arrays.copyOf(unknown, length);
            assertThatThrownBy(() -> framing.read(truncated)).isInstanceOf(MalformedMessageException.class);
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static byte[] message(Schema schema) throws IOException {
        var post = new GenericData.Record(schema);
        post.put("title", "hello");
        var buffer = new BinaryMessageEncoder<GenericRecord>(new GenericData(), schema).encode(post);
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
