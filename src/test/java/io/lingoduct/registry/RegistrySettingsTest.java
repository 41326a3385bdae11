package io.lingoduct.registry;

import static io.lingoduct.registry.RegistrySettingsBuilder.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySettingsTest {

    private static final URI URL = URI.create("https://registry:8081");

    @Test
    void shouldMaskSecrets() {
        var tls = new TlsSettings(Path.of("trust.p12"), "secret1", Path.of("key.p12"), "secret2");

        assertThat(settings(URL).basicAuth("ann", "secret4").tls(tls).build().toString())
                .contains("https://registry:8081", "ann", "trust.p12", "key.p12", "password=********")
                .doesNotContain("secret");
        assertThat(settings(URL).bearerToken("secret5").build().toString())
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
        refuses(() -> settings(URL).basicAuth("ann", null).build(), "both or neither");
        refuses(() -> settings(URL).basicAuth(null, "secret").build(), "both or neither");
        refuses(() -> settings(URL).basicAuth("a:b", "secret").build(), "no colon");
        refuses(() -> settings(URL).bearerToken("secret\n").build(), "line break");
        refuses(() -> settings(URL).bearerToken("").build(), "visible ASCII");
        refuses(
                () -> new RegistrySettings(
                        URL,
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
        refuses(() -> settings(URL).timeout(Duration.ZERO).build(), "from 1 ms to 10 minutes, not 0 ms");
        refuses(() -> settings(URL).timeout(Duration.ofHours(1)).build(), "not 3600000 ms");
        refuses(() -> settings(URL).retries(-1).build(), "at least 0, not -1");
    }

    private static void refuses(Runnable making, String reason) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("secret");
    }
}
