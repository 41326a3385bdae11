package io.lingoduct.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValuesTest {

    private final JsonValues json = new JsonValues();

    @Test
    void shouldSendALineAsItStands() {
        assertThat(new String(json.encode("{ \"n\" : 1.10 }"), UTF_8)).isEqualTo("{ \"n\" : 1.10 }");
    }

    @Test
    void shouldShowOnOneLineWhatStandsOnSeveral() {
        assertThat(json.decode("{\n  \"n\": 1.10,\n  \"s\": \"a\\nb\"\n}".getBytes(UTF_8)))
                .isEqualTo("{\"n\":1.10,\"s\":\"a\\nb\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "plain text"})
    void shouldRefuseWhatIsNoValue(String line) {
        assertThatThrownBy(() -> json.encode(line))
                .isInstanceOf(KafkaToolException.class)
                .hasMessageStartingWith("not JSON");
    }
}
