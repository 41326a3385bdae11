package io.lingoduct.streams.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.avro.Translation;
import io.lingoduct.avro.TranslationRequest;
import io.lingoduct.config.ConfigException;
import io.lingoduct.registry.RegistryServer;
import io.lingoduct.registry.RegistrySettings;
import io.lingoduct.registry.SchemaRegistry;
import io.lingoduct.serde.avro.framing.ConfluentFrames;
import io.lingoduct.serde.avro.framing.SingleObjectFraming;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formats with fields, as routes use them. */
class FieldFormatsTest {

    private static final String REVIEW_JSON =
            """
            {"type": "record", "name": "Review", "namespace": "shop", "fields": [
              {"name": "id", "type": {"type": "long", "logicalType": "timestamp-micros"}},
              {"name": "title", "type": ["null", "string"], "default": null},
              {"name": "comments", "type": {"type": "array", "items": "string"}}]}
            """;
    private static final Schema REVIEW = new Schema.Parser().parse(REVIEW_JSON);

    @TempDir
    private Path folder;

    @Test
    void shouldTranslateFieldsOfJsonIntoTheLanguagesThatAnotherFieldNames() {
        try (var kit = new RoutingKit(
                """

                - {from: in, to: "{topic}.{target}", source: en, target-field: wanted, format: json,
                   fields: [title, {path: body.text, add-as: translated}]}
                """)) {
            kit.send("in", "{ \"n\": 1.50, \"title\":\"a\", \"wanted\":\"de, fr\", \"body\":{\"text\":\"b\"} }");

            assertThat(kit.texts("in.de"))
                    .containsExactly(
                            "{ \"n\": 1.50, \"title\":\"a [en>de]\", \"wanted\":\"de, fr\", \"body\":{\"text\":\"b\",\"translated\":\"b [en>de]\"} }");
            assertThat(kit.texts("in.fr"))
                    .containsExactly(
                            "{ \"n\": 1.50, \"title\":\"a [en>fr]\", \"wanted\":\"de, fr\", \"body\":{\"text\":\"b\",\"translated\":\"b [en>fr]\"} }");
        }
    }

    @Test
    void shouldSendJsonOfTheWrongShapeToTheDeadLetters() {
        try (var kit = new RoutingKit("[{from: in, to: out, model: en-de, format: json, fields: [title]}]")) {
            kit.send("in", "{\"title\": 7}");

            assertThat(kit.cause()).startsWith("MalformedMessageException").contains("title");
        }
    }

    @Test
    void shouldTranslateFieldsOfAUsersOwnRecord() throws IOException {
        Files.writeString(folder.resolve("review.avsc"), REVIEW_JSON);
        try (var kit = new RoutingKit(
                "[{from: in, to: out, model: en-de, format: avro, schemas: [%s], fields: [title, \"comments[]\"]}]"
                        .formatted(folder.resolve("review.avsc")))) {
            kit.send("in", new SingleObjectFraming(List.of(REVIEW)).frame(REVIEW, review()));

            var value = kit.read("out").get(0).value();
            assertThat(read(REVIEW, value, 10))
                    .hasToString(
                            "{\"id\": 7, \"title\": \"good [en>de]\", \"comments\": [\"one [en>de]\", \"two [en>de]\"]}");
        }
    }

    @Test
    void shouldFrameRecordsByTheRegistryUnderTheOutputTopicsSubject() throws Exception {
        try (var registry = RegistryServer.start();
                var kit = withRegistry(registry, "to: \"{topic}.de\", fields: [{path: title, add-as: title_de}]")) {
            int id = client(registry).register("in-value", REVIEW);

            kit.send("in", ConfluentFrames.frame(id, review()));

            var value = kit.read("in.de").get(0).value();
            int written = ConfluentFrames.schemaId(value);
            assertThat(written).isNotEqualTo(id);
            assertThat(registry.requests()).contains("POST /subjects/in.de-value/versions");
            var extended = client(registry).schema(written);
            assertThat(read(extended, value, 5).get("title")).hasToString("good");
            assertThat(read(extended, value, 5).get("title_de")).hasToString("good [en>de]");
        }
    }

    @Test
    void shouldFrameOurOwnRecordsByTheRegistry() throws Exception {
        try (var registry = RegistryServer.start();
                var kit = withRegistry(registry, "to: out")) {
            int id = client(registry).register("in-value", TranslationRequest.getClassSchema());

            kit.send("in", ConfluentFrames.frame(id, request("hello")));

            var value = kit.read("out").get(0).value();
            assertThat(ConfluentFrames.schemaId(value)).isNotEqualTo(id);
            assertThat(read(Translation.getClassSchema(), value, 5).get("text")).hasToString("hello [en>de]");
            assertThat(registry.requests()).contains("POST /subjects/out-value/versions");
        }
    }

    @Test
    void shouldSendMessagesOfAnUnknownSchemaToTheDeadLetters() throws Exception {
        try (var registry = RegistryServer.start();
                var kit = withRegistry(registry, "to: out")) {
            kit.send("in", ConfluentFrames.frame(77, request("hello")));

            assertThat(kit.cause()).isEqualTo("MalformedMessageException: the registry has no schema with id 77");
        }
    }

    @Test
    void shouldRefuseFieldsThatCannotBe() {
        assertThatThrownBy(() -> new RoutingKit("[{from: in, to: out, model: en-de, format: json, fields: [\"a[\"]}]"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("routes[0].fields");
        assertThatThrownBy(() -> new RoutingKit("[{from: in, to: out, model: en-de, format: avro, fields: [title]}]"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("routes[0].schemas")
                .hasMessageContaining("no registry");
        assertThatThrownBy(() -> new RoutingKit(
                        "[{from: in, to: out, model: en-de, format: avro, schemas: [missing.avsc], fields: [title]}]"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("missing.avsc");
    }

    @Test
    void shouldRefuseFieldsThatNoSchemaHas() throws IOException {
        Files.writeString(folder.resolve("review.avsc"), REVIEW_JSON);

        assertThatThrownBy(() -> new RoutingKit(
                        "[{from: in, to: out, model: en-de, format: avro, schemas: [%s], fields: [title, titel]}]"
                                .formatted(folder.resolve("review.avsc"))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("routes[0].fields")
                .hasMessageContaining("titel: leads to a text in none of " + REVIEW.getFullName());
    }

    private static RoutingKit withRegistry(RegistryServer registry, String route) {
        return new RoutingKit(
                "[{from: in, model: en-de, format: avro, %s}]".formatted(route),
                "registry: {url: \"%s\"}\n".formatted(registry.url()));
    }

    private static SchemaRegistry client(RegistryServer registry) {
        return new SchemaRegistry(RegistrySettings.of(registry.url()));
    }

    private static byte[] review() throws IOException {
        var review = new GenericData.Record(REVIEW);
        review.put("id", 7L);
        review.put("title", "good");
        review.put("comments", List.of("one", "two"));
        var out = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(REVIEW).write(review, encoder);
        return out.toByteArray();
    }

    private static byte[] request(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new SpecificDatumWriter<>(TranslationRequest.class).write(new TranslationRequest(text, Map.of()), encoder);
        return out.toByteArray();
    }

    private static GenericRecord read(Schema schema, byte[] value, int start) throws IOException {
        var decoder = DecoderFactory.get().binaryDecoder(value, start, value.length - start, null);
        return new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
    }
}
