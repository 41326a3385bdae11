package io.lingoduct.config.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaNamesTest {

    @ParameterizedTest
    @CsvSource({
        "sesion.timeout.ms, session.timeout.ms",
        "session_timeout_ms, session.timeout.ms",
        "sessionTimeoutMs, session.timeout.ms",
        "Acks, acks",
        "bootstrap.server, bootstrap.servers",
        "num.stream.thread, num.stream.threads",
        "main.consumer.max.pol.records, main.consumer.max.poll.records",
        "cosumer.max.poll.records, consumer.max.poll.records",
        "producer.lingre.ms, producer.linger.ms",
        "admin.request.timout.ms, admin.request.timeout.ms",
        "sasl.mecanism, sasl.mechanism",
        "sasl.jaas.conf, sasl.jaas.config",
        "ssl.trustore.pasword, ssl.truststore.password",
        "topic.retention.mss, topic.retention.ms"
    })
    void shouldNameWhatWasMeant(String misspelt, String meant) {
        assertThat(KafkaNames.fault(misspelt)).contains("Kafka has no such setting; " + meant + " is one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my.reporter.url",
                "schema.registry.url",
                "producer.confluent.monitoring.interceptor.bootstrap.servers",
                "sasl.login.oauth.audience",
                "aws.region",
                "aws.secretKey",
                "security.provider.class.path",
                "http.proxyAuthorization",
                "x",
                "metrics.jmx.port.range",
                "ssl.engine.factory.hsm.slot",
                "config.providers",
                "basic.auth.credentials.source",
                "schema.registry.ssl.keystore.location",
                "auto.register.schemas",
                "use.latest.version",
                "value.subject.name.strategy",
                "specific.avro.reader",
                "region",
                "endpoint",
                "compression",
                "registry.name",
                "dataFormat",
                "cache.max.bytes.buffering",
                "auto.include.jmx.reporter",
                "confluent.lkc.id",
                "sasl.server.callback.handler.class",
                "ssl.client.auth",
                "listeners",
                "config.providers.vault.class"
            })
    void shouldLetSettingsOfPlugInsPass(String name) {
        assertThat(KafkaNames.fault(name)).isEmpty();
    }

    @Test
    void shouldLetEverySettingOfKafkaPass() {
        assertThat(KafkaNames.known())
                .hasSizeGreaterThan(500)
                .contains("acks", "main.consumer.max.poll.records", "admin.retries", "topic.cleanup.policy")
                .allSatisfy(name -> assertThat(KafkaNames.fault(name)).isEmpty());
    }

    static Stream<String> someKnown() {
        return KafkaNames.known().stream().sorted().filter(name -> name.hashCode() % 20 == 0);
    }

    @ParameterizedTest
    @MethodSource("someKnown")
    void shouldFindEverySlipOfOneLetter(String name) {
        for (int i = 0; i < name.length(); i++) {
            var misspelt = new StringBuilder(name).deleteCharAt(i).toString();

            assertThat(KafkaNames.known().contains(misspelt)
                            || KafkaNames.fault(misspelt).isPresent())
                    .as(misspelt)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "producer.max.poll.records | no setting of the producer, which is whom producer. means; max.poll.records is"
                        + " one of the consumer",
                "admin.commit.interval.ms | no setting of the admin client, which is whom admin. means; commit.interval.ms is"
                        + " one of Kafka Streams, without a prefix",
                "max.message.bytes | no setting of a client but of a topic: set it where the topic is made"
            })
    void shouldSayThatAClientHasNotTheSettingOfAnother(String name, String fault) {
        assertThat(KafkaNames.fault(name)).contains(fault);
    }

    @Test
    void shouldKnowEverySettingOfATopic() {
        var constants = Arrays.stream(TopicConfig.class.getFields())
                .filter(field -> field.getName().endsWith("_CONFIG") && !field.isAnnotationPresent(Deprecated.class))
                .map(KafkaNamesTest::value);

        assertThat(TopicNames.ALL).containsExactlyInAnyOrderElementsOf(constants.toList());
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
