package io.lingoduct.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "auth-token",
                "aws.secretKey",
                "awsSecretKey",
                "AWS_SECRET_ACCESS_KEY",
                "datadog.apiToken",
                "apitoken",
                "db.pwd",
                "dbpwd",
                "key.passphrase",
                "http.proxyAuthorization",
                "basic.auth.user.info",
                "bearer.auth.value",
                "client.credential",
                "clientCredentials",
                "api.key",
                "apiKey",
                "x-api-key",
                "apikey",
                "ssl.key",
                "password1",
                "proxy.auth",
                "session_cookie",
                "azure.connectionString",
                "blob.sig",
                "my-plugin.PASSWORD",
                "oauth.client.assertion"
            })
    void shouldKnowASecretByItsName(String key) {
        assertThat(Secrets.isSecret(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "batch-tokens",
                "max-source-tokens",
                "bootstrap.servers",
                "ssl.keystore.location",
                "ssl.keystore.type",
                "ssl.key.type",
                "key.serializer",
                "max.poll.records",
                "transactional.id",
                "partitioner.ignore.keys",
                "sasl.oauthbearer.token.endpoint.url",
                "sasl.oauthbearer.client.credentials.client.id",
                "basic.auth.credentials.source",
                "aws.accessKeyId",
                "token.file",
                "password.path",
                "security.protocol",
                "schema.registry.url",
                "username",
                "group.id",
                "passage",
                "tokenizer"
            })
    void shouldShowWhatIsNoSecret(String key) {
        assertThat(Secrets.isSecret(key)).isFalse();
    }

    /** Kafka declares which of its settings hold secrets: just these are masked, whatever their prefix. */
    @Test
    void shouldMaskWhatKafkaDeclaresToBeAPassword() {
        var declared = Stream.of(
                        StreamsConfig.configDef(),
                        ConsumerConfig.configDef(),
                        ProducerConfig.configDef(),
                        AdminClientConfig.configDef())
                .flatMap(settings -> settings.configKeys().values().stream())
                .toList();

        assertThat(declared).hasSizeGreaterThan(300).allSatisfy(setting -> assertThat(
                        List.of(Secrets.isSecret(setting.name), Secrets.isSecret("main.consumer." + setting.name)))
                .as(setting.name)
                .containsOnly(setting.type == ConfigDef.Type.PASSWORD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://anna:hunter2@proxy:80/x | https://********@proxy:80/x",
                "https://anna:hun/ter2@proxy | https://********@proxy",
                "https://h/p?token=hunter2&v=1 | https://h/p?token=********&v=1",
                "https://h/p?v=1&access_token=hunter2 | https://h/p?v=1&access_token=********",
                "https://h/p?v=1;apiKey=hunter2#a | https://h/p?v=1;apiKey=********#a",
                "Authorization=Bearer hunter2.x | Authorization=******** ********",
                "Bearer hunter2.x | Bearer ********",
                "Login required username=anna password=\"hun\\\"ter2\"; | Login required username=anna password=********;",
                "{\"password\": \"hunter2\", \"a\": 1} | {\"password\": ********, \"a\": 1}",
                "-----BEGIN ENCRYPTED PRIVATE KEY----- hunter2 | ********",
                "b1:9092,b2:9092 | b1:9092,b2:9092",
                "https://h/p?tokens=5&page=2 | https://h/p?tokens=5&page=2",
                "http://proxy:8080 | http://proxy:8080",
                "anna@example.org | anna@example.org",
                "a.b.SecretTokenReporter | a.b.SecretTokenReporter",
                "basic | basic",
                "topic.{target} | topic.{target}"
            })
    void shouldMaskTheSecretsWithinAValueOnly(String value, String shown) {
        assertThat(Secrets.mask("some.setting", value)).isEqualTo(shown);
    }

    @Property(seed = "20260101")
    void shouldNeverShowWhatFollowsAPasswordInALogin(@ForAll @NotEmpty @AlphaChars String secret) {
        var hidden = "§" + secret;

        assertThat(Secrets.maskWithin("x password=\"" + hidden + "\" y")).doesNotContain(hidden);
        assertThat(Secrets.maskWithin("http://u:" + hidden + "@h?token=" + hidden))
                .doesNotContain(hidden);
    }

    @Test
    void shouldMaskSecretValuesOnly() {
        assertThat(Secrets.mask(Map.of("ssl.key.password", "p", "acks", "all")))
                .containsEntry("ssl.key.password", Secrets.MASK)
                .containsEntry("acks", "all");
    }
}
