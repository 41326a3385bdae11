package io.lingoduct.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssl.key.password",
                "sasl.jaas.config",
                "main.consumer.sasl.jaas.config",
                "sasl.oauthbearer.client.credentials.client.secret",
                "ssl.keystore.key",
                "kafka.SSL.KEYSTORE.PASSWORD",
                "auth-token"
            })
    void shouldKnowASecretByItsName(String key) {
        assertThat(Secrets.isSecret(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch-tokens", "bootstrap.servers", "ssl.keystore.location", "key.serializer"})
    void shouldShowWhatIsNoSecret(String key) {
        assertThat(Secrets.isSecret(key)).isFalse();
    }

    @Test
    void shouldMaskSecretValuesOnly() {
        assertThat(Secrets.mask(Map.of("ssl.key.password", "p", "acks", "all")))
                .containsEntry("ssl.key.password", Secrets.MASK)
                .containsEntry("acks", "all");
    }
}
