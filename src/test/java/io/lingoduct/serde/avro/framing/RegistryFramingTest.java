package io.lingoduct.serde.avro.framing;

import static io.lingoduct.registry.RegistrySettingsBuilder.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.registry.RegistryServer;
import io.lingoduct.registry.RegistrySettings;
import io.lingoduct.registry.SchemaRegistry;
import io.lingoduct.registry.UnknownSchemaException;
import io.lingoduct.serde.MalformedMessageException;
import java.io.IOException;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryFramingTest {

    private static final Schema POST =
            SchemaBuilder.record("Post").fields().requiredString("title").endRecord();
    private static final SchemaFraming SINGLE_OBJECT = new SingleObjectFraming(List.of(POST));

    /** Its registry does not exist: whoever asks it fails with another exception than those expected here. */
    private static final RegistryFraming UNASKED = new RegistryFraming(
            new SchemaRegistry(
                    settings(URI.create("http://localhost:1")).retries(0).build()),
            SINGLE_OBJECT,
            "posts");

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static RegistryFraming asking(RegistryServer server, String topic) {
        return new RegistryFraming(new SchemaRegistry(RegistrySettings.of(server.url())), SINGLE_OBJECT, topic);
    }

    @Test
    void shouldWriteTheIdOfTheTopicsSchemaBeforeTheRecord() throws IOException {
        try (var server = RegistryServer.start()) {
            int id = server.put("others-value", "{\"schema\":\"{\\\"type\\\":\\\"string\\\"}\"}");
            var framing = asking(server, "posts");

            var value = framing.frame(POST, hex("aabb"));

            assertThat(value).isEqualTo(hex("00%08xaabb".formatted(id + 1)));
            assertThat(framing.headerBytes()).isEqualTo(5);
            assertThat(server.requests()).containsExactly("POST /subjects/posts-value/versions");
        }
    }

    @Test
    void shouldReadWhatItWrote() throws IOException {
        try (var server = RegistryServer.start()) {
            var framing = asking(server, "posts");
            var value = framing.frame(POST, hex("aabb"));

            assertThat(asking(server, null).read(value)).isEqualTo(new FramedRecord(POST, value, 5));
        }
    }

    @Test
    void shouldReadASingleObjectWithoutAskingTheRegistry() {
        var value = SINGLE_OBJECT.frame(POST, hex("aabb"));

        assertThat(UNASKED.read(value)).isEqualTo(new FramedRecord(POST, value, 10));
    }

    @Test
    void shouldMakeAnUnknownIdAFaultOfTheMessage() throws IOException {
        try (var server = RegistryServer.start()) {
            assertThatThrownBy(() -> asking(server, null).read(ConfluentFrames.frame(0x01020304, hex("aa"))))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessage("the registry has no schema with id 16909060")
                    .hasCauseInstanceOf(UnknownSchemaException.class);
        }
    }

    @Test
    void shouldNotWriteWithoutATopic() throws IOException {
        try (var server = RegistryServer.start()) {
            assertThatThrownBy(() -> asking(server, null).frame(POST, hex("aa")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("this framing only reads");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|the value is empty",
                "00|the header is truncated: 1 bytes of 5",
                "00000000|the header is truncated: 4 bytes of 5",
                "c3|not Avro single-object encoding: the value does not begin with the bytes C3 01",
                "c30101020304050607|the Avro header is truncated: 9 bytes of 10",
                "c302010203040506070809|not Avro single-object encoding",
                "0100000001aa|the value begins with the byte 01: neither 00",
                "7b7d|the value begins with the byte 7B: neither 00",
                "ff0000000000|the value begins with the byte FF: neither 00"
            })
    void shouldSayWhatIsWrongWithAHeader(String value, String reason) {
        assertThatThrownBy(() -> UNASKED.read(hex(value)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageStartingWith(reason);
    }

    @Property
    void shouldReadOrRefuseAnyBytesThatNameNoId(@ForAll byte[] value) {
        if (value.length > 4 && value[0] == 0) {
            return;
        }
        assertThatThrownBy(() -> UNASKED.read(value))
                .isInstanceOf(MalformedMessageException.class)
                .message()
                .isNotBlank();
    }
}
