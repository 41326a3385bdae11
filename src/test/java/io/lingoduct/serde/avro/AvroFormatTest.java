package io.lingoduct.serde.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.avro.Translation;
import io.lingoduct.avro.TranslationRequest;
import io.lingoduct.serde.MalformedInput;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.ModelStamp;
import io.lingoduct.serde.TranslatedField;
import io.lingoduct.serde.Translations;
import io.lingoduct.serde.Unicode;
import io.lingoduct.serde.avro.framing.SchemaFraming;
import io.lingoduct.serde.avro.framing.SingleObjectFraming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;

class AvroFormatTest {

    private static final ModelStamp MODEL = new ModelStamp("en-de", "7", "en", "de");
    private static final SchemaFraming TRANSLATIONS = new SingleObjectFraming(List.of(AvroFormat.outputSchema()));
    private static final StrictRecordReader READER = new StrictRecordReader(AvroFormat.outputSchema());
    // Marker and fingerprint, as they stand before every record.
    private static final int HEADER = 10;

    private final AvroFormat format = new AvroFormat(AvroFormat.singleObject());

    @Property(tries = 300, seed = "20260101")
    void shouldRoundTripAnyText(@ForAll("unicode") String text, @ForAll("unicode") String id) {
        var message = format.decode(request(text, Map.of("id", id)));
        var encoded = message.encode(List.of(new TranslatedField(text, true)), MODEL, Translations.NO_LIMIT);

        assertThat(message.texts()).containsExactly(text);
        assertThat(READER.read(TRANSLATIONS.read(encoded)))
                .hasToString(new Translation(text, "en", "de", "en-de", "7", true, Map.of("id", id), null).toString());
    }

    @Property(tries = 500, seed = "20260101")
    void shouldDecodeOrRefuseAnyBytes(@ForAll byte[] value) {
        MalformedInput.assertDecodesOrRefuses(format, value);
    }

    @Property(tries = 500, seed = "20260101")
    void shouldDecodeOrRefuseAnyBody(@ForAll byte[] body) {
        MalformedInput.assertDecodesOrRefuses(format, withHeader(body));
    }

    @Property(tries = 500, seed = "20260101")
    void shouldDecodeOrRefuseADamagedMessage(@ForAll @IntRange(max = 60) int position, @ForAll byte damage) {
        var value = request("Guten Morgen, liebe Leute", Map.of("id", "17", "source", "web"));
        value[Math.min(position, value.length - 1)] = damage;

        MalformedInput.assertDecodesOrRefuses(format, value);
    }

    @Test
    void shouldRefuseEveryTruncation() {
        var value = request("hello", Map.of("id", "17"));

        for (int length = 0; length < value.length; length++) {
            var truncated = Arrays.copyOf(value, length);
            assertThatThrownBy(() -> format.decode(truncated)).isInstanceOf(MalformedMessageException.class);
        }
    }

    @Test
    void shouldRefuseAnotherFraming() {
        assertThatThrownBy(() -> format.decode(new byte[] {0, 0, 0, 0, 1, 10, 'h', 'e', 'l', 'l', 'o', 0}))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("C3 01");
    }

    @Test
    void shouldNameAnUnknownFingerprint() {
        var value = request("hello", Map.of());
        Arrays.fill(value, 2, HEADER, (byte) 0x11);

        assertThatThrownBy(() -> format.decode(value))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("written with an unknown schema: fingerprint 1111111111111111");
    }

    @Test
    void shouldRefuseTrailingBytes() {
        var value = request("hello", Map.of());

        assertThatThrownBy(() -> format.decode(Arrays.copyOf(value, value.length + 1)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("bytes follow the Avro record");
    }

    @Test
    void shouldRefuseAHostileTextLengthWithoutAllocatingIt() {
        // 2147483000 as a zig-zag varint
        var body = new byte[] {(byte) 0xF0, (byte) 0xF5, (byte) 0xFF, (byte) 0xFF, 0x0F, 'x'};

        assertThatThrownBy(() -> format.decode(withHeader(body)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("a length in it is wrong");
    }

    @Test
    void shouldRefuseAHostileMapCountWithoutAllocatingIt() {
        var body = new byte[] {2, 'x', (byte) 0xF0, (byte) 0xF5, (byte) 0xFF, (byte) 0xFF, 0x0F, 2, 'k', 2, 'v'};

        assertThatThrownBy(() -> format.decode(withHeader(body))).isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void shouldRefuseTextThatIsNotUtf8() {
        assertThatThrownBy(() -> format.decode(withHeader(new byte[] {4, 'a', (byte) 0xFF, 0})))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("not UTF-8 at byte 1 of the text");
    }

    @Test
    void shouldReadMessagesOfAnOlderSchema() {
        Schema older = SchemaBuilder.record("TranslationRequest")
                .namespace("io.lingoduct.avro")
                .fields()
                .requiredString("text")
                .endRecord();
        var ofOlder = new AvroFormat(new SingleObjectFraming(List.of(older)));
        var value = ByteBuffer.allocate(HEADER + 2)
                .put(new byte[] {(byte) 0xC3, 1})
                .put(fingerprint(older))
                .put(new byte[] {2, 'x'})
                .array();

        assertThat(ofOlder.decode(value).texts()).containsExactly("x");
    }

    @Test
    void shouldNameTheMetadataByTheirPath() {
        var message = format.decode(request("hello", Map.of("lang", "en")));

        assertThat(message.textAt("metadata.lang")).contains("en");
        assertThat(message.textAt("metadata.other")).isEmpty();
        assertThat(message.textAt("lang")).isEmpty();
    }

    @Provide
    Arbitrary<String> unicode() {
        return Unicode.texts();
    }

    private static byte[] fingerprint(Schema schema) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array();
    }

    private static byte[] withHeader(byte[] body) {
        var header = Arrays.copyOf(request("", Map.of()), HEADER);
        return ByteBuffer.allocate(HEADER + body.length).put(header).put(body).array();
    }

    private static byte[] request(String text, Map<String, String> metadata) {
        try {
            var buffer = TranslationRequest.getEncoder().encode(new TranslationRequest(text, metadata));
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
