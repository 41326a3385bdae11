package io.lingoduct.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lingoduct.config.ConfigReader;
import io.lingoduct.kafka.SecuredBroker;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.fault.StreamStartException;
import io.lingoduct.streams.message.UpperCaseTranslator;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a service says that cannot start because of its clients. */
class StartFaultsIT {

    private static BrokerKit open;

    @BeforeAll
    static void start() throws Exception {
        open = new BrokerKit();
        open.createTopics(1, "texts.en", "texts.de", "dead");
    }

    @AfterAll
    static void stop() {
        open.close();
    }

    @Test
    void shouldSayWhatThePortExpectsThatHangsUp(@TempDir Path folder) {
        try (var broker = SecuredBroker.withLogins(folder)) {
            assertThatThrownBy(() -> start(broker.bootstrapServers(), "client.id", "plain"))
                    .isInstanceOf(StreamStartException.class)
                    .hasMessageContaining("the port " + broker.bootstrapServers())
                    .hasMessageContaining("a login (SASL: PLAIN)")
                    .hasMessageContaining("set it to SASL_PLAINTEXT");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "commit.interval.ms, -1, commit.interval.ms",
        "session.timeout.ms, 100, kafka.session.timeout.ms (100)",
        "consumer.session.timeout.ms, 100, kafka.consumer.session.timeout.ms (100)",
        "metric.reporters, com.example.Missing, kafka.metric.reporters",
        "producer.interceptor.classes, com.example.Missing, kafka.producer.interceptor.classes"
    })
    void shouldNameTheSettingForWhichAClientCannotBeMade(String name, String value, String named) {
        var fault = catchThrowableOfType(StreamStartException.class, () -> start(open.bootstrapServers(), name, value));

        assertThat(fault).hasMessageContaining("Kafka refuses a setting: ").hasMessageContaining(named);
        assertThat(fault.getMessage()).doesNotContain("Failed to construct");
    }

    private static void start(String servers, String name, String value) {
        var kafka = new HashMap<String, Object>(Map.of("bootstrap.servers", servers, name, value));
        var route = Map.of("from", "texts.en", "to", "texts.de", "model", "unused");
        var config = ServeConfig.read(ConfigReader.of(
                "test",
                Map.of("application-id", "faults", "dead-letters", "dead", "kafka", kafka, "routes", List.of(route))));
        TranslationStream.start(config, any -> new UpperCaseTranslator(), false).close();
    }
}
