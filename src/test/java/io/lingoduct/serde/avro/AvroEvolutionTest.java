package io.lingoduct.serde.avro;

import static io.lingoduct.serde.FieldMapping.added;
import static io.lingoduct.serde.FieldMapping.inPlace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.serde.MalformedInput;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.Translations;
import io.lingoduct.serde.avro.framing.BareFraming;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

class AvroEvolutionTest {

    private static final Schema WRITER = schema(
            """
            {"name": "gone", "type": "long"},
            {"name": "heading", "type": "string"},
            {"name": "count", "type": "int"},
            {"name": "raw", "type": {"type": "bytes", "logicalType": "decimal", "precision": 4}},
            {"name": "nothings", "type": {"type": "array", "items": "null"}}""");
    private static final Schema READER = schema(
            """
            {"name": "title", "type": ["null", "string"], "aliases": ["heading"]},
            {"name": "count", "type": "long"},
            {"name": "raw", "type": {"type": "bytes", "logicalType": "decimal", "precision": 4}},
            {"name": "nothings", "type": {"type": "array", "items": "null"}},
            {"name": "language", "type": "string", "default": "en"}""");

    private final BareFraming framing = new BareFraming(WRITER);

    @Test
    void shouldResolveToTheReadersSchemaAndTranslateThere() {
        var format = new AvroRecordFormat(List.of(inPlace("title")), framing, READER);

        assertThat(Articles.read(READER, READER, upperCase(format, encoded("a"))))
                .isEqualTo(Articles.read(READER, READER, Articles.encode(READER, resolved("A"))));
        assertThat(framing.framed()).isEqualTo(READER);
    }

    @Test
    void shouldAddToTheReadersSchema() {
        var format = new AvroRecordFormat(List.of(added("title", "title_de")), framing, READER);
        var output = format.outputSchema(READER);

        assertThat(Articles.read(output, output, upperCase(format, encoded("a")))
                        .toString())
                .contains("\"title\": \"a\"")
                .endsWith("\"title_de\": \"A\"}");
        assertThat(framing.framed()).isEqualTo(output);
    }

    @Test
    void shouldKeepTheEncodingOfRecordsOfTheReadersSchema() {
        var format = new AvroRecordFormat(List.of(inPlace("heading")), framing, schemaCopy(WRITER));
        var value = encoded("a");
        // One length spelt longer than needed.
        var spelt = new byte[value.length + 1];
        System.arraycopy(value, 0, spelt, 0, 1);
        spelt[1] = (byte) (value[1] | 0x80);
        System.arraycopy(value, 2, spelt, 3, value.length - 2);

        assertThat(Translations.identity(format, spelt)).isEqualTo(spelt);
    }

    @Test
    void shouldRefuseWhatCannotBeResolved() {
        var reader = schema("{\"name\": \"other\", \"type\": \"string\"}");
        var format = new AvroRecordFormat(List.of(inPlace("other")), framing, reader);

        assertThatThrownBy(() -> format.decode(encoded("secret")))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageStartingWith("cannot be read with the schema R: ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void shouldRefuseAHostileCountBeforeAnythingIsAllocated() {
        var format = new AvroRecordFormat(List.of(inPlace("title")), framing, READER);
        var nothings = new byte[] {0, 2, 'a', 0, 0, (byte) 0xF0, (byte) 0xF5, (byte) 0xFF, (byte) 0xFF, 0x0F, 0};

        assertThatThrownBy(() -> format.decode(nothings))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("more than 100000 elements of arrays that take no bytes");
    }

    @Test
    void shouldRefuseEveryTruncation() {
        var format = new AvroRecordFormat(List.of(inPlace("title")), framing, READER);

        MalformedInput.assertRefusesEveryTruncation(format, encoded("hello"));
    }

    @Test
    void shouldResolveNestingUpToTheLimitOnTheStackOfAThread() throws InterruptedException {
        var link = "{\"name\": \"text\", \"type\": \"string\"}, {\"name\": \"next\", \"type\": [\"null\", \"R\"]}";
        var writer = schema(link);
        var reader = schema(link + ", {\"name\": \"n\", \"type\": \"int\", \"default\": 0}");
        var format = new AvroRecordFormat(List.of(added("text", "de")), new BareFraming(writer), reader);
        var value = ("\2a\2".repeat(AvroRecordFormat.MAX_NESTING - 1) + "\2a\0").getBytes(StandardCharsets.UTF_8);
        var failures = new ConcurrentLinkedQueue<Throwable>();

        // Half of what the JVM gives a thread by default.
        var thread = new Thread(null, () -> upperCase(format, value), "small", 512 * 1024);
        thread.setUncaughtExceptionHandler((failed, failure) -> failures.add(failure));
        thread.start();
        thread.join();

        assertThat(failures).isEmpty();
    }

    @Property(tries = 500, seed = "20260101")
    void shouldResolveOrRefuseAnyBytes(@ForAll byte[] value) {
        var format = new AvroRecordFormat(List.of(inPlace("title")), framing, READER);
        try {
            assertThat(format.decode(value).texts()).hasSize(1);
        } catch (MalformedMessageException e) {
            assertThat(e).message().isNotBlank();
        }
    }

    private static byte[] encoded(String heading) {
        return Articles.encode(
                WRITER,
                new GenericRecordBuilder(WRITER)
                        .set("gone", 7L)
                        .set("heading", heading)
                        .set("count", 3)
                        .set("raw", ByteBuffer.wrap(new byte[] {1, 2}))
                        .set("nothings", Collections.singletonList(null))
                        .build());
    }

    private static Object resolved(String title) {
        return new GenericRecordBuilder(READER)
                .set("title", title)
                .set("count", 3L)
                .set("raw", ByteBuffer.wrap(new byte[] {1, 2}))
                .set("nothings", Collections.singletonList(null))
                .set("language", "en")
                .build();
    }

    private static byte[] upperCase(AvroRecordFormat format, byte[] value) {
        return Translations.translate(format, value, text -> text.toUpperCase(Locale.ROOT));
    }

    private static Schema schema(String fields) {
        return new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}");
    }

    private static Schema schemaCopy(Schema schema) {
        return new Schema.Parser().parse(schema.toString());
    }
}
