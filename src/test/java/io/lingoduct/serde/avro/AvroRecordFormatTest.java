package io.lingoduct.serde.avro;

import static io.lingoduct.serde.FieldMapping.added;
import static io.lingoduct.serde.FieldMapping.inPlace;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.serde.FieldMapping;
import io.lingoduct.serde.FieldPath;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.ReadFields;
import io.lingoduct.serde.Translations;
import io.lingoduct.serde.avro.framing.BareFraming;
import io.lingoduct.serde.avro.framing.FramedRecord;
import io.lingoduct.serde.avro.framing.SchemaFraming;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

/** Records byte by byte: lengths and counts are zig-zag, so that 2 is one and 1 is minus one. */
class AvroRecordFormatTest {

    private static final Schema TEXT = Schema.create(Schema.Type.STRING);
    private static final byte[] HUGE = {(byte) 0xF0, (byte) 0xF5, (byte) 0xFF, (byte) 0xFF, 0x0F};
    private static final byte[] SMALLEST = {-1, -1, -1, -1, -1, -1, -1, -1, -1, 1};

    @Test
    void shouldAdaptTheSizesOfNestedBlocks() {
        var schema = record("texts", Schema.createArray(Schema.createArray(TEXT)));
        var format = format(schema, inPlace("texts[][]"));
        // One block of 7 bytes with one array, of which one block of 4 bytes has two texts.
        var value = bytes(1, 14, 3, 8, 2, 'a', 2, 'b', 0, 0);

        var longer = Translations.translate(format, value, text -> text.repeat(100));

        // 204 bytes of texts with their lengths, in a block of 1 + 2 + 204 + 1.
        assertThat(longer)
                .hasSize(212)
                .startsWith(bytes(1, 0xA0, 3, 3, 0x98, 3, 0xC8, 1, 'a'))
                .endsWith(bytes('b', 0, 0));
        assertThat(Translations.translate(format, longer, text -> text.substring(99)))
                .isEqualTo(value);
        assertThat(Translations.translate(format, value, text -> "")).isEqualTo(bytes(1, 10, 3, 4, 0, 0, 0, 0));
    }

    @Test
    void shouldKeepNumbersThatAreSpeltLongerThanNeeded() {
        var format = format(record("text", TEXT), inPlace("text"));

        assertThat(Translations.identity(format, bytes(0x82, 0, 'a'))).isEqualTo(bytes(0x82, 0, 'a'));
    }

    @Test
    void shouldTakeTheStringOfAUnionAndSkipItsNull() {
        var format = format(record("text", union(Schema.Type.NULL, Schema.Type.STRING)), inPlace("text"));

        assertThat(upperCase(format, bytes(2, 2, 'a'))).isEqualTo(bytes(2, 2, 'A'));
        assertThat(upperCase(format, bytes(0))).isEqualTo(bytes(0));
    }

    @Test
    void shouldTakeEntriesOfAMapByName() {
        var format = format(record("labels", Schema.createMap(TEXT)), inPlace("labels.en"));
        var value = bytes(4, 4, 'd', 'e', 2, 'a', 4, 'e', 'n', 2, 'b', 0);

        assertThat(upperCase(format, value)).isEqualTo(bytes(4, 4, 'd', 'e', 2, 'a', 4, 'e', 'n', 2, 'B', 0));
    }

    @Test
    void shouldSkipAFieldThatTheSchemaLacksAndTellOfIt() {
        var schema = record("text", TEXT);
        var format = format(schema, inPlace("text"), inPlace("title"), inPlace("text2.body"));

        assertThat(upperCase(format, bytes(2, 'a'))).isEqualTo(bytes(2, 'A'));
        assertThat(format.missingFrom(schema)).containsExactly(FieldPath.parse("title"), FieldPath.parse("text2.body"));
    }

    @Test
    void shouldNamePathAndTypeOfAFieldThatIsNoText() {
        assertRefused(
                format(record("n", Schema.create(Schema.Type.INT)), inPlace("n")),
                bytes(2),
                "the field n is of the type int, not a text");
        assertRefused(
                format(record("u", union(Schema.Type.STRING, Schema.Type.LONG)), inPlace("u")),
                bytes(2, 2),
                "the field u is of the type long, not a text");
        assertRefused(
                format(record("a", Schema.createArray(TEXT)), inPlace("a.*")),
                bytes(0),
                "the field a is of the type array, not an object, record or map");
        assertRefused(
                format(record("a", Schema.createArray(TEXT)), inPlace("a[].b")),
                bytes(2, 2, 'x', 0),
                "the field a[] is of the type string, not an object, record or map");
    }

    @Test
    void shouldRefuseATextThatIsNotUtf8() {
        assertRefused(
                format(record("text", TEXT), inPlace("text")), bytes(4, 'a', 0xFF), "not UTF-8 at byte 1 of the text");
    }

    @Test
    void shouldKeepWhatIsNotUtf8InOtherFields() {
        var schema = SchemaBuilder.record("R")
                .fields()
                .requiredString("a")
                .requiredString("b")
                .endRecord();

        assertThat(upperCase(format(schema, inPlace("b")), bytes(2, 0xFF, 2, 'x')))
                .isEqualTo(bytes(2, 0xFF, 2, 'X'));
    }

    @Test
    void shouldRefuseHostileLengthsAndCounts() {
        var truncated = "the Avro record is truncated, or a length in it is wrong";
        var text = format(record("f", TEXT), inPlace("f"));
        var array = format(record("f", Schema.createArray(TEXT)), inPlace("f[]"));
        var map = format(record("f", Schema.createMap(TEXT)), inPlace("f.*"));

        assertRefused(text, HUGE, truncated);
        assertRefused(text, bytes(1), truncated);
        assertRefused(array, HUGE, truncated);
        assertRefused(map, HUGE, truncated);
        assertRefused(array, ByteBuffer.allocate(12).put(SMALLEST).array(), truncated);
        assertRefused(array, bytes(1, 100, 2, 'a', 0), truncated);
        assertRefused(array, bytes(1, 2, 2, 'a', 0), "not a valid Avro record: a block's size in bytes is wrong");
        assertRefused(
                text,
                bytes(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1),
                "not a valid Avro record: a number is too long");
        assertRefused(text, bytes(2, 'a', 0), "bytes follow the Avro record");
    }

    @Test
    void shouldRefuseHostileCountsOfWhatTakesNoBytes() {
        var empty = SchemaBuilder.record("Empty")
                .fields()
                .name("n")
                .type()
                .nullType()
                .noDefault()
                .endRecord();
        var schema = record("f", Schema.createArray(empty));
        var format = format(schema, inPlace("g"));

        assertThat(Translations.identity(format, bytes(8, 0))).isEqualTo(bytes(8, 0));
        assertRefused(
                format,
                ByteBuffer.allocate(6).put(HUGE).array(),
                "more than 100000 elements of arrays that take no bytes");
    }

    @Test
    void shouldRefuseNestingBeyondTheLimit() {
        var schema = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Link\",\"fields\":["
                        + "{\"name\":\"text\",\"type\":\"string\"},{\"name\":\"next\",\"type\":[\"null\",\"Link\"]}]}");
        var format = format(schema, inPlace("text"));

        assertThat(Translations.identity(format, links(200))).isEqualTo(links(200));
        assertRefused(format, links(201), "nested deeper than 200 levels");
        assertRefused(format, links(1_000_000), "nested deeper than 200 levels");
    }

    @Test
    void shouldRefuseIndicesBeyondTheEnd() {
        var symbols = SchemaBuilder.enumeration("E").symbols("A", "B");

        assertRefused(
                format(record("e", symbols), inPlace("x")),
                bytes(4),
                "not a valid Avro record: there is no symbol or branch 2");
        assertRefused(
                format(record("b", Schema.create(Schema.Type.BOOLEAN)), inPlace("x")),
                bytes(2),
                "not a valid Avro record: a boolean is neither 0 nor 1");
    }

    @Test
    void shouldTranslateATextOfAMegabyte() {
        var schema = record("text", TEXT);
        var text = "ab\u00e9\n".repeat(200_000);
        var value = Articles.encode(TEXT, text);

        assertThat(upperCase(format(schema, inPlace("text")), value))
                .isEqualTo(Articles.encode(TEXT, text.toUpperCase(Locale.ROOT)));
    }

    @Test
    void shouldRefuseNamesThatAvroDoesNotAllow() {
        assertThatThrownBy(() -> format(record("text", TEXT), added("text", "text.de")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a name for an Avro field: 'text.de'");
    }

    @Test
    void shouldPassOnThatASchemaCannotBeHad() {
        var framing = new SchemaFraming() {
            @Override
            public FramedRecord read(byte[] value) {
                throw new IllegalStateException("the registry does not answer");
            }

            @Override
            public int headerBytes() {
                return 0;
            }

            @Override
            public byte[] frame(Schema schema, byte[] record) {
                throw new AssertionError("nothing was read");
            }
        };
        var format = new AvroRecordFormat(List.of(inPlace("text")), ReadFields.NONE, framing);

        assertThatThrownBy(() -> format.decode(bytes(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the registry does not answer");
    }

    private static void assertRefused(AvroRecordFormat format, byte[] value, String reason) {
        assertThatThrownBy(() -> format.decode(value))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage(reason);
    }

    private static byte[] upperCase(AvroRecordFormat format, byte[] value) {
        return Translations.translate(format, value, text -> text.toUpperCase(Locale.ROOT));
    }

    private static byte[] links(int count) {
        return ("\2a\2".repeat(count - 1) + "\2a\0").getBytes(UTF_8);
    }

    private static AvroRecordFormat format(Schema schema, FieldMapping... fields) {
        return new AvroRecordFormat(List.of(fields), ReadFields.NONE, new BareFraming(schema));
    }

    private static Schema record(String field, Schema type) {
        return SchemaBuilder.record("R")
                .fields()
                .name(field)
                .type(type)
                .noDefault()
                .endRecord();
    }

    private static Schema union(Schema.Type... types) {
        return Schema.createUnion(List.of(types).stream().map(Schema::create).toList());
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
