package io.lingoduct.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.kafka.PortProbe.Answer;
import io.lingoduct.kafka.PortProbe.Answer.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongPortTest {

    private static final List<String> PROTOCOLS = List.of("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL");

    @ParameterizedTest
    @CsvSource({"PLAINTEXT, false, ''", "SSL, true, ''", "SASL_PLAINTEXT, false, PLAIN", "SASL_SSL, true, PLAIN"})
    void shouldSayToEveryOtherClientWhatABrokerExpects(String right, boolean tls, String mechanism) {
        var answer = new Answer(Kind.KAFKA, tls, mechanism.isEmpty() ? List.of() : List.of(mechanism));

        for (var protocol : PROTOCOLS) {
            var said = compared(answer, protocol);
            if (protocol.equals(right)) {
                assertThat(said).isEmpty();
            } else {
                assertThat(said.orElseThrow())
                        .contains("the port b:1 expects " + (tls ? "TLS" : "no TLS"))
                        .contains("kafka.security.protocol is " + protocol + ": set it to " + right);
            }
        }
    }

    @Test
    void shouldClaimNothingOfLoginsThatItHasNotSeen() {
        var answer = Answer.of(Kind.SILENT, true);

        for (var protocol : List.of("PLAINTEXT", "SASL_PLAINTEXT")) {
            assertThat(compared(answer, protocol).orElseThrow())
                    .contains("expects TLS, while")
                    .contains("set it to SSL, or to SASL_SSL if it wants a login, too");
        }
        assertThat(compared(answer, "SSL")).isEmpty();
        assertThat(compared(answer, "SASL_SSL")).isEmpty();
    }

    @Test
    void shouldSayNothingOfAPortThatSaysNothing() {
        for (var protocol : PROTOCOLS) {
            assertThat(compared(Answer.of(Kind.SILENT, false), protocol)).isEmpty();
        }
    }

    @Test
    void shouldTellAStrangerFromABroker() {
        assertThat(compared(Answer.of(Kind.STRANGER, false), "PLAINTEXT"))
                .hasValue("what listens at b:1 is no Kafka broker: check kafka.bootstrap.servers");
    }

    @Test
    void shouldNameTheLoginsThatAreTaken() {
        var answer = new Answer(Kind.KAFKA, true, List.of("SCRAM-SHA-256", "SCRAM-SHA-512"));

        assertThat(compared(answer, "SASL_SSL"))
                .hasValue(
                        "b:1 takes the logins (SASL) SCRAM-SHA-256, SCRAM-SHA-512, and kafka.sasl.mechanism is PLAIN");
    }

    @Test
    void shouldPreferTheSettingOfTheAdminClientWhichConnectsFirst() {
        var settings = new UserSettings(Map.of("security.protocol", "SSL", "admin.security.protocol", "PLAINTEXT"), "");

        assertThat(WrongPort.compare("b:1", Answer.of(Kind.KAFKA, false), settings))
                .isEmpty();
    }

    private static Optional<String> compared(Answer answer, String protocol) {
        var settings = Map.of("security.protocol", protocol, "sasl.mechanism", "PLAIN");
        return WrongPort.compare("b:1", answer, new UserSettings(settings, "kafka."));
    }
}
