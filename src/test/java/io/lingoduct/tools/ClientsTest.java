package io.lingoduct.tools;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.Test;

class ClientsTest {

    @Test
    void shouldReadWithTheSettingsOfAServiceWhoseWorkTheBrokerHandsOut() {
        var clients = clients("group.protocol", "streams");

        assertThatCode(() -> clients.reader(IsolationLevel.READ_COMMITTED).close())
                .doesNotThrowAnyException();
    }

    @Test
    void shouldWriteWhereTheUsersRequestsMayTakeLongerThanAMessage() {
        var clients = clients("request.timeout.ms", "60000");

        assertThatCode(() -> clients.writer(Duration.ofSeconds(30)).close()).doesNotThrowAnyException();
    }

    @Test
    void shouldLeaveSettingsAloneThatFitEachOther() {
        var both = clients("delivery.timeout.ms", "10000", "request.timeout.ms", "5000");
        var consumer = clients("group.protocol", "consumer", "group.remote.assignor", "uniform");

        assertThatCode(() -> both.writer(Duration.ofSeconds(30)).close()).doesNotThrowAnyException();
        assertThatCode(() -> consumer.reader(IsolationLevel.READ_COMMITTED).close())
                .doesNotThrowAnyException();
    }

    @Test
    void shouldNameTheSettingThatKafkaRefuses() {
        var clients = clients("linger.ms", "60000");

        assertThatThrownBy(() -> clients.writer(Duration.ofSeconds(30)))
                .isInstanceOf(KafkaToolException.class)
                .hasMessageContaining("Kafka refuses a setting: ")
                .hasMessageContaining("linger.ms");
    }

    private static Clients clients(String name, String value, String... more) {
        var settings = new HashMap<>(Map.of("bootstrap.servers", "localhost:1", name, value));
        if (more.length > 0) {
            settings.put(more[0], more[1]);
        }
        return new Clients(new ClientSettings(settings));
    }
}
