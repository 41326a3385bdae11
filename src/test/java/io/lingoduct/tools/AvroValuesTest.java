package io.lingoduct.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.avro.Translation;
import io.lingoduct.registry.RegistryServer;
import io.lingoduct.registry.RegistrySettings;
import io.lingoduct.registry.SchemaRegistry;
import io.lingoduct.serde.avro.AvroFormat;
import io.lingoduct.serde.avro.framing.RegistryFraming;
import io.lingoduct.serde.avro.framing.SchemaFraming;
import io.lingoduct.serde.avro.framing.SingleObjectFraming;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class AvroValuesTest {

    private final SchemaFraming framing =
            new SingleObjectFraming(List.of(AvroFormat.inputSchema(), AvroFormat.outputSchema()));
    private final AvroValues json = new AvroValues(AvroFormat.inputSchema(), framing, false);
    private final AvroValues text = new AvroValues(AvroFormat.inputSchema(), framing, true);

    @Test
    void shouldWriteARequestThatTheStreamReads() {
        var value = json.encode("{\"text\":\"Good evening\",\"metadata\":{\"id\":\"7\"}}");

        assertThat(new AvroFormat(AvroFormat.singleObject()).decode(value).texts())
                .containsExactly("Good evening");
        assertThat(json.decode(value)).isEqualTo("{\"text\":\"Good evening\",\"metadata\":{\"id\":\"7\"}}");
    }

    @Test
    void shouldFillInWhatHasADefault() {
        assertThat(json.decode(json.encode("{\"text\":\"a\"}"))).isEqualTo("{\"text\":\"a\",\"metadata\":{}}");
    }

    @Test
    void shouldFillInDefaultsOfAllKinds() {
        var schema = new Schema.Parser()
                .parse(
                        """
                {"type": "record", "name": "Review", "fields": [
                  {"name": "text", "type": "string"},
                  {"name": "language", "type": "string", "default": "en"},
                  {"name": "author", "type": ["string", "null"], "default": "nobody"},
                  {"name": "answer", "type": ["null", "string"], "default": null},
                  {"name": "kind", "type": {"type": "enum", "name": "Kind", "symbols": ["GOOD", "BAD"]}, "default": "BAD"},
                  {"name": "stars", "type": {"type": "array", "items": "int"}, "default": [1, 2]},
                  {"name": "picture", "type": "bytes", "default": "\\u00ff"}]}""");
        var values = new AvroValues(schema, framing, false);

        var record = framing.frame(schema, new byte[0]);
        var value = values.encode("{\"text\": \"a\"}");

        assertThat(value).startsWith(record).endsWith((byte) 0xFF);
        assertThat(new String(value, record.length, value.length - record.length, StandardCharsets.ISO_8859_1))
                .isEqualTo("\2a\4en\0\14nobody\0\2\4\2\4\0\2\u00ff");
    }

    @Test
    void shouldTakeALineForTheText() {
        assertThat(text.decode(text.encode("{\"not\": json"))).isEqualTo("{\"not\": json");
    }

    @Test
    void shouldShowATranslation() throws IOException {
        var translation = new Translation("Guten Abend", "en", "de", "en-de", "1", true, Map.of(), null);
        var buffer = Translation.getEncoder().encode(translation);
        var value = new byte[buffer.remaining()];
        buffer.get(value);

        assertThat(text.decode(value)).isEqualTo("Guten Abend");
        assertThat(json.decode(value)).startsWith("{\"text\":\"Guten Abend\"").contains("\"model\":\"en-de\"");
    }

    @Test
    void shouldNameTheFieldThatTheSchemaLacks() {
        assertThatThrownBy(() -> json.encode("{\"text\":\"a\",\"txt\":\"b\"}"))
                .isInstanceOf(KafkaToolException.class)
                .hasMessageContaining("no field txt");
    }

    @Test
    void shouldMissTheText() {
        assertThatThrownBy(() -> json.encode("{}"))
                .isInstanceOf(KafkaToolException.class)
                .hasMessageStartingWith("not a TranslationRequest");
    }

    @Test
    void shouldPointToTheOptionForPlainText() {
        assertThatThrownBy(() -> json.encode("Good evening"))
                .isInstanceOf(KafkaToolException.class)
                .hasMessageContaining("--text");
    }

    @Test
    void shouldRefuseBytesThatAreNoRecord() {
        assertThatThrownBy(() -> json.decode("plain text that is long".getBytes()))
                .isInstanceOf(KafkaToolException.class)
                .hasMessageStartingWith("not Avro single-object encoding");
    }

    @Test
    void shouldRefuseARecordThatClaimsTwoBillionNulls() {
        var schema = SchemaBuilder.record("R")
                .fields()
                .name("nulls")
                .type()
                .array()
                .items()
                .nullType()
                .noDefault()
                .endRecord();
        var values = new AvroValues(schema, new SingleObjectFraming(List.of(schema)), false);
        var value = new SingleObjectFraming(List.of(schema)).frame(schema, new byte[] {-2, -1, -1, -1, 15, 0});

        assertThatThrownBy(() -> values.decode(value))
                .isInstanceOf(KafkaToolException.class)
                .hasMessage("more than 100000 elements of arrays that take no bytes");
    }

    @Test
    void shouldSayThatTheRegistryRefusesTheCredentials() throws IOException {
        try (var registry = RegistryServer.start()) {
            registry.requireBasic("ann", "right");
            var client = new SchemaRegistry(RegistrySettings.of(registry.url()));
            var values =
                    new AvroValues(AvroFormat.inputSchema(), new RegistryFraming(client, framing, "reviews"), true);

            assertThatThrownBy(() -> values.encode("Good evening"))
                    .isInstanceOf(KafkaToolException.class)
                    .hasMessageContaining("check the credentials and what they allow");
        }
    }

    @Test
    void shouldFrameByARegistry() throws IOException {
        try (var registry = RegistryServer.start()) {
            var client = new SchemaRegistry(RegistrySettings.of(registry.url()));
            var values =
                    new AvroValues(AvroFormat.inputSchema(), new RegistryFraming(client, framing, "reviews"), true);

            var value = values.encode("Good evening");

            assertThat(value[0]).isZero();
            assertThat(registry.requests()).contains("POST /subjects/reviews-value/versions");
            assertThat(values.decode(value)).isEqualTo("Good evening");
        }
    }
}
