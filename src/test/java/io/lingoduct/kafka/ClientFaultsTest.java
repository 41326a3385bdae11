package io.lingoduct.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFaultsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            session.timeout.ms | 100 | kafka.session.timeout.ms
            session.timeout.ms | soon | kafka.session.timeout.ms
            consumer.session.timeout.ms | 100 | kafka.consumer.session.timeout.ms
            metric.reporters | com.example.Missing | kafka.metric.reporters
            interceptor.classes | com.example.Missing | kafka.interceptor.classes
            interceptor.classes | java.lang.String | kafka.interceptor.classes
            security.protocol | TLS | kafka.security.protocol
            bootstrap.servers | localhost | kafka.bootstrap.servers
            """)
    void shouldNameTheSettingForWhichAConsumerCannotBeMade(String name, String value, String named) {
        var settings = settings(name, value);

        var fault = catchThrowable(() -> new KafkaConsumer<>(
                        unprefixed(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .close());

        assertThat(ClientFaults.of(settings, "kafka.").explain(fault).orElseThrow())
                .startsWith("Kafka refuses a setting: ")
                .contains(named, value)
                .doesNotContain("Failed to construct");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            acks | 7 | kafka.acks
            max.block.ms | -1 | kafka.max.block.ms
            compression.type | zip | kafka.compression.type
            metric.reporters | com.example.Missing | kafka.metric.reporters
            partitioner.class | com.example.Missing | kafka.partitioner.class
            """)
    void shouldNameTheSettingForWhichAProducerCannotBeMade(String name, String value, String named) {
        var settings = settings(name, value);

        var fault = catchThrowable(
                () -> new KafkaProducer<>(unprefixed(settings), new ByteArraySerializer(), new ByteArraySerializer())
                        .close());

        assertThat(ClientFaults.of(settings, "kafka.").explain(fault).orElseThrow())
                .startsWith("Kafka refuses a setting: ")
                .contains(named)
                .doesNotContain("Failed to construct");
    }

    @Test
    void shouldQuoteTheServersOfWhichNoneIsKnown() {
        var settings = settings("bootstrap.servers", "no-such-host.invalid:9092");

        var fault = catchThrowable(() -> Admin.create(new HashMap<>(settings)).close());

        assertThat(ClientFaults.of(settings, "").explain(fault).orElseThrow())
                .startsWith("Kafka refuses a setting: ")
                .contains("bootstrap.servers", "no-such-host.invalid:9092");
    }

    @Test
    void shouldNotRepeatWhatTheTextSays() {
        var settings = settings("security.protocol", "TLS");

        var fault = catchThrowable(() -> Admin.create(new HashMap<>(settings)).close());

        assertThat(ClientFaults.of(settings, "").explain(fault).orElseThrow()).doesNotContain("check");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ssl.keystore.key", "sasl.oauthbearer.assertion.private.key.passphrase", "sasl.login.class"})
    void shouldShowNoSecretOfASettingThatIsRefused(String name) {
        var value = name.contains("class") ? "https://user:s3cret@login.example/?token=s3cret" : "s3cret";
        var fault = new ConfigException(name, null, "is not what it should be");

        assertThat(ClientFaults.of(Map.of(name, value), "kafka.").explain(fault).orElseThrow())
                .contains("kafka." + name)
                .doesNotContain("s3cret");
    }

    @Test
    void shouldNameTheSettingOfAMissingFile() {
        var settings = settings("ssl.truststore.location", "/etc/absent/truststore.p12");
        settings.put("security.protocol", "SSL");

        var fault = catchThrowable(() -> Admin.create(new HashMap<>(settings)).close());

        assertThat(ClientFaults.of(settings, "kafka.").explain(fault).orElseThrow())
                .contains("/etc/absent/truststore.p12", "kafka.ssl.truststore.location");
    }

    @Test
    void shouldNameTheLoginThatIsNotWrittenAsItMustBe() {
        var settings = settings("sasl.jaas.config", "PlainLoginModule password=\"s3cret\"");
        settings.put("security.protocol", "SASL_SSL");
        settings.put("sasl.mechanism", "PLAIN");

        var fault = catchThrowable(() -> Admin.create(new HashMap<>(settings)).close());

        assertThat(ClientFaults.of(settings, "kafka.").explain(fault).orElseThrow())
                .contains("kafka.sasl.jaas.config")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "com.github.luben.zstd.util.Native, Cannot unpack libzstd: Read-only file system, ZstdTempFolder",
        "org.xerial.snappy.SnappyLoader, /tmp/snappy-1.so: failed to map segment, org.xerial.snappy.tempdir",
        "net.jpountz.util.Native, /tmp/liblz4.so: failed to map segment, java.io.tmpdir",
        "ai.onnxruntime.OnnxRuntime, /tmp/onnxruntime-java1: Read-only file system, java.io.tmpdir"
    })
    void shouldNameThePropertyOfTheFolderForNativeLibraries(String loader, String message, String property) {
        var cause = new UnsatisfiedLinkError(message);
        cause.setStackTrace(new StackTraceElement[] {new StackTraceElement(loader, "load", "X.java", 1)});
        var again = new NoClassDefFoundError("Could not initialize class " + loader);
        again.initCause(cause);

        assertThat(ClientFaults.of(Map.of(), "").explain(new KafkaException(cause)))
                .hasValueSatisfying(said -> assertThat(said).contains(message, property, "noexec"));
        assertThat(ClientFaults.of(Map.of(), "").explain(again))
                .hasValueSatisfying(said -> assertThat(said).contains(message, property));
    }

    @Test
    void shouldNotExplainWhatItDoesNotKnow() {
        assertThat(explained(new KafkaException("something else"))).isEmpty();
        assertThat(explained(new TimeoutException("nobody listens there"))).isEmpty();
        assertThat(explained(new UnsatisfiedLinkError("libother.so"))).isEmpty();
    }

    @Test
    void shouldEndWhereCausesGoInACircle() {
        var outer = new KafkaException("outer");
        outer.initCause(new KafkaException("inner", outer));

        assertThat(explained(outer)).isEmpty();
    }

    private static Optional<String> explained(Throwable fault) {
        return ClientFaults.of(Map.of("bootstrap.servers", "127.0.0.1:1"), "kafka.")
                .explain(fault);
    }

    private static Map<String, String> settings(String name, String value) {
        var settings = new HashMap<String, String>();
        settings.put("bootstrap.servers", "127.0.0.1:1");
        settings.put("group.id", "readers");
        settings.put(name, value);
        return settings;
    }

    private static Map<String, Object> unprefixed(Map<String, String> settings) {
        var plain = new HashMap<String, Object>();
        settings.forEach((name, value) -> plain.put(name.replaceFirst("^consumer\\.", ""), value));
        return plain;
    }
}
