package io.lingoduct.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigFault;
import io.lingoduct.config.ConfigReader;
import io.lingoduct.config.Secrets;
import io.lingoduct.service.ServeConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrySettingsReadingTest {

    @Test
    void shouldBeAbsentUnlessTold() {
        assertThat(read("").registry()).isNull();
    }

    @Test
    void shouldFillInDefaults() {
        assertThat(read("registry: {url: 'http://localhost:8081'}").registry())
                .isEqualTo(RegistrySettings.of(URI.create("http://localhost:8081")))
                .isEqualTo(new RegistrySettings(
                        URI.create("http://localhost:8081"),
                        null,
                        null,
                        null,
                        true,
                        SubjectNaming.TOPIC,
                        Duration.ofSeconds(5),
                        4,
                        TlsSettings.PLATFORM));
    }

    @Test
    void shouldReadEverything() {
        assertThat(
                        read("""
                        registry: {url: "https://r/api", username: anna, password: s3cret, auto-register: false,
                          subject-naming: topic-record, timeout-ms: 500, retries: 2, truststore: t.p12,
                          truststore-password: s3cret, keystore: k.p12, keystore-password: s3cret}
                        """)
                                .registry())
                .isEqualTo(new RegistrySettings(
                        URI.create("https://r/api"),
                        "anna",
                        "s3cret",
                        null,
                        false,
                        SubjectNaming.TOPIC_RECORD,
                        Duration.ofMillis(500),
                        2,
                        new TlsSettings(Path.of("t.p12"), "s3cret", Path.of("k.p12"), "s3cret")));
    }

    @Test
    void shouldNotShowSecrets() {
        var config = read("registry: {url: 'http://r', username: anna, password: s3cret}");

        assertThat(config.toString()).contains("anna").doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "auto-register: true                              | registry.url",
                "url: 'ftp://r'                                   | registry.url",
                "url: registry                                    | registry.url",
                "url: 'http://a b'                                | registry.url",
                "url: 'http://r', username: u                     | registry.username",
                "url: 'http://r', password: u                     | registry.password",
                "url: 'http://r', username: u, password: p, bearer-token: t | registry.bearer-token",
                "url: 'http://r', truststore-password: p          | registry.truststore-password",
                "url: 'http://r', keystore-password: p            | registry.keystore-password",
                "url: 'http://r', subject-naming: mine            | registry.subject-naming",
                "url: 'http://r', timeout: 1                      | registry.timeout",
                "url: 'http://r?x=1'                              | registry",
                "url: 'http://r', username: 'u:v', password: p    | registry",
                "url: 'http://r', bearer-token: 'a b'             | registry"
            })
    void shouldRefuse(String registry, String key) {
        assertThat(faults(registry)).extracting(ConfigFault::key).containsExactly(key);
    }

    @Test
    void shouldNotShowThePasswordOfAUrl() {
        assertThat(faults("url: 'http://anna:s3cret@r'"))
                .containsExactly(new ConfigFault(
                        "registry.url", Secrets.MASK, "holds a user name: use the keys username and password"));
    }

    private static List<ConfigFault> faults(String registry) {
        return catchThrowableOfType(ConfigException.class, () -> read("registry: {" + registry + "}"))
                .faults();
    }

    private static ServeConfig read(String registry) {
        return ServeConfig.read(ConfigReader.parse(
                "serve.yaml",
                """
                        application-id: shop
                        kafka: {bootstrap.servers: "b:1"}
                        routes: [{from: a, to: b, model: m}]
                        %s
                        """
                        .formatted(registry)));
    }
}
