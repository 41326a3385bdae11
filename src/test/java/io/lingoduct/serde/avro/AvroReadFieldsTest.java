package io.lingoduct.serde.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.serde.DecodedMessage;
import io.lingoduct.serde.FieldMapping;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.ReadFields;
import io.lingoduct.serde.avro.framing.BareFraming;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class AvroReadFieldsTest {

    private static final Schema SCHEMA = SchemaBuilder.record("Ticket")
            .fields()
            .requiredString("text")
            .requiredInt("number")
            .optionalString("lang")
            .name("meta")
            .type()
            .map()
            .values()
            .stringType()
            .noDefault()
            .endRecord();

    private static DecodedMessage decode(byte[] value, String... read) {
        return new AvroRecordFormat(
                        List.of(FieldMapping.inPlace("text")), ReadFields.of(List.of(read)), new BareFraming(SCHEMA))
                .decode(value);
    }

    /** A ticket in English with one entry of metadata. */
    private static byte[] ticket(byte... entry) {
        var value = Arrays.copyOf(new byte[] {2, 'a', 14, 2, 4, 'e', 'n', 2, 4, 't', 'o', 4}, 15);
        System.arraycopy(entry, 0, value, 12, 2);
        return value;
    }

    @Test
    void shouldReadAFieldInTheScanThatDecodesTheMessage() {
        var value = ticket((byte) 'd', (byte) 'e');
        var message = decode(value, "lang", "meta.to", "meta.other");

        // Whoever scans it anew finds no record.
        Arrays.fill(value, (byte) 0xFF);

        assertThat(message.textAt("lang")).contains("en");
        assertThat(message.textAt("meta.to")).contains("de");
        assertThat(message.textAt("meta.other")).isEmpty();
    }

    @Test
    void shouldReadNothingOfANull() {
        assertThat(decode(new byte[] {2, 'a', 14, 0, 0}, "lang").textAt("lang")).isEmpty();
    }

    @Test
    void shouldHoldAFieldThatIsNoTextOnlyAgainstWhoeverAsksForIt() {
        var message = decode(ticket((byte) 0xFF, (byte) 0xFF), "number", "meta.to", "text");

        assertThat(message.texts()).containsExactly("a");
        assertThat(message.textAt("text")).contains("a");
        assertMalformed(message, "number", "the field number is of the type int, not a text");
    }

    @Test
    void shouldHoldATextThatIsNotUtf8OnlyAgainstWhoeverAsksForIt() {
        var message = decode(ticket((byte) 'd', (byte) 0xFF), "meta.to");

        assertThat(message.texts()).containsExactly("a");
        assertMalformed(message, "meta.to", "not UTF-8 at byte 1 of the text");
    }

    @Test
    void shouldRefuseFieldsThatContradictOneAnother() {
        assertThatThrownBy(() -> ReadFields.of(List.of("meta", "meta.to")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the fields 'meta' and 'meta.to' lead to the same text, or one leads into the other's");
    }

    private static void assertMalformed(DecodedMessage message, String path, String reason) {
        assertThatThrownBy(() -> message.textAt(path))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage(reason);
    }
}
