package io.lingoduct.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.avro.Translation;
import io.lingoduct.serde.AvroFormat;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AvroValuesTest {

    private final AvroValues json = new AvroValues(false);
    private final AvroValues text = new AvroValues(true);

    @Test
    void shouldWriteARequestThatTheStreamReads() {
        var value = json.encode("{\"text\":\"Good evening\",\"metadata\":{\"id\":\"7\"}}");

        assertThat(new AvroFormat().decode(value).texts()).containsExactly("Good evening");
        assertThat(json.decode(value)).isEqualTo("{\"text\":\"Good evening\",\"metadata\":{\"id\":\"7\"}}");
    }

    @Test
    void shouldFillInWhatHasADefault() {
        assertThat(json.decode(json.encode("{\"text\":\"a\"}"))).isEqualTo("{\"text\":\"a\",\"metadata\":{}}");
    }

    @Test
    void shouldTakeALineForTheText() {
        assertThat(text.decode(text.encode("{\"not\": json"))).isEqualTo("{\"not\": json");
    }

    @Test
    void shouldShowATranslation() throws IOException {
        var translation = new Translation("Guten Abend", "en", "de", "en-de", "1", true, Map.of());
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
                .hasMessage("not Avro's single-object encoding");
    }
}
