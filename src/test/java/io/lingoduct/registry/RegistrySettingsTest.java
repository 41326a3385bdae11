package io.lingoduct.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySettingsTest {

    private static final RegistrySettings SETTINGS = RegistrySettings.of(URI.create("https://registry:8081"));

    @Test
    void shouldMaskSecrets() {
        var tls = new TlsSettings(Path.of("trust.p12"), "secret1", Path.of("key.p12"), "secret2", "secret3");

        assertThat(SETTINGS.withBasicAuth("ann", "secret4").withTls(tls).toString())
                .contains("https://registry:8081", "ann", "trust.p12", "key.p12", "password=********")
                .doesNotContain("secret");
        assertThat(SETTINGS.withBearerToken("secret5").toString())
                .contains("bearerToken=********", "password=null")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ann:secret@registry:8081",
                "https://registry:8081?token=secret",
                "https://registry:8081#secret",
                "ftp://registry",
                "registry:8081",
                "/registry",
                "http:///path"
            })
    void shouldRefuseUrlsThatAreNoRootOfAnApi(String url) {
        assertThatThrownBy(() -> RegistrySettings.of(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the registry's url must")
                .hasMessageNotContaining("secret");
    }

    @Test
    void shouldRefuseCredentialsThatAreIncompleteOrDoubled() {
        refuses(() -> SETTINGS.withBasicAuth("ann", null), "both or neither");
        refuses(() -> SETTINGS.withBasicAuth(null, "secret"), "both or neither");
        refuses(() -> SETTINGS.withBasicAuth("a:b", "secret"), "no colon");
        refuses(() -> SETTINGS.withBearerToken("secret\n"), "line break");
        refuses(() -> SETTINGS.withBearerToken(""), "visible ASCII");
        refuses(
                () -> new RegistrySettings(
                        SETTINGS.url(),
                        "ann",
                        "secret",
                        "secret",
                        true,
                        SubjectNaming.TOPIC,
                        Duration.ofSeconds(1),
                        0,
                        TlsSettings.PLATFORM),
                "must not be set both");
    }

    @Test
    void shouldRefuseLimitsOutOfRange() {
        refuses(() -> SETTINGS.withTimeout(Duration.ZERO), "from 1 ms to 10 minutes, not 0 ms");
        refuses(() -> SETTINGS.withTimeout(Duration.ofHours(1)), "not 3600000 ms");
        refuses(() -> SETTINGS.withRetries(-1), "at least 0, not -1");
    }

    private static void refuses(Runnable making, String reason) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("secret");
    }
}
