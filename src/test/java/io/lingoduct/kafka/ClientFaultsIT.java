package io.lingoduct.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.demo.EmbeddedBroker;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientFaultsIT {

    private static final String SASL_PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule required"
            + " username=\"service\" password=\"wrong\";";

    @TempDir
    private Path folder;

    @Test
    void shouldSayThatThePortExpectsTls() throws Exception {
        try (var broker = SecuredBroker.withTls(folder)) {
            var servers = broker.bootstrapServers();

            assertThat(said(Map.of("bootstrap.servers", servers)))
                    .isEqualTo("the port " + servers + " expects TLS and no login, while kafka.security.protocol is"
                            + " PLAINTEXT: set it to SSL, with kafka.ssl.truststore.location");
            assertThat(said(Map.of("bootstrap.servers", servers, "security.protocol", "SSL")))
                    .contains("the certificate of the brokers is not trusted")
                    .endsWith("check kafka.ssl.truststore.location");
            assertThat(said(broker.settings(""))).isEqualTo("reached");
        }
    }

    @Test
    void shouldSayThatThePortExpectsALogin() throws Exception {
        try (var broker = SecuredBroker.withLogins(folder)) {
            var servers = broker.bootstrapServers();
            var wrong = new HashMap<>(broker.settings(SecuredBroker.SERVICE));
            wrong.put("sasl.jaas.config", SASL_PLAIN);
            var otherMechanism = new HashMap<>(broker.settings(SecuredBroker.SERVICE));
            otherMechanism.put("sasl.mechanism", "SCRAM-SHA-512");
            otherMechanism.put(
                    "sasl.jaas.config", SASL_PLAIN.replace("plain.PlainLoginModule", "scram.ScramLoginModule"));

            assertThat(said(Map.of("bootstrap.servers", servers)))
                    .isEqualTo("the port " + servers + " expects no TLS and a login (SASL: PLAIN), while"
                            + " kafka.security.protocol is PLAINTEXT: set it to SASL_PLAINTEXT, with"
                            + " kafka.sasl.mechanism, kafka.sasl.jaas.config");
            assertThat(said(Map.of("bootstrap.servers", servers, "security.protocol", "SSL")))
                    .contains("expects no TLS and a login (SASL: PLAIN)", "set it to SASL_PLAINTEXT");
            assertThat(said(wrong))
                    .contains("the brokers refuse the login")
                    .endsWith("check kafka.sasl.jaas.config")
                    .doesNotContain("wrong");
            assertThat(said(otherMechanism))
                    .contains("the brokers refuse the login", "PLAIN")
                    .endsWith("check kafka.sasl.mechanism");
            assertThat(said(broker.settings(SecuredBroker.SERVICE))).isEqualTo("reached");
        }
    }

    @Test
    void shouldSayThatThePortExpectsALoginOverTls() throws Exception {
        try (var broker = SecuredBroker.withLoginsOverTls(folder)) {
            assertThat(said(Map.of("bootstrap.servers", broker.bootstrapServers())))
                    .contains("expects TLS and a login (SASL: PLAIN)", "set it to SASL_SSL");
        }
    }

    @Test
    void shouldSayThatThePortExpectsNeitherTlsNorALogin() {
        try (var broker = EmbeddedBroker.start(0, folder)) {
            var servers = broker.bootstrapServers();

            assertThat(said(Map.of("bootstrap.servers", servers, "security.protocol", "SSL")))
                    .contains("the port " + servers + " expects no TLS and no login", "set it to PLAINTEXT");
            assertThat(said(Map.of(
                            "bootstrap.servers",
                            servers,
                            "security.protocol",
                            "SASL_PLAINTEXT",
                            "sasl.mechanism",
                            "PLAIN",
                            "sasl.jaas.config",
                            SASL_PLAIN)))
                    .contains("the port " + servers + " expects no TLS and no login", "set it to PLAINTEXT");
            assertThat(said(Map.of("bootstrap.servers", servers))).isEqualTo("reached");
        }
    }

    /** What is said to somebody who tries to reach the brokers. */
    private static String said(Map<String, String> settings) {
        var all = new HashMap<String, Object>(settings);
        all.put("default.api.timeout.ms", 3_000);
        all.put("request.timeout.ms", 2_000);
        try (var admin = Admin.create(all)) {
            admin.describeCluster().nodes().get();
            return "reached";
        } catch (ExecutionException e) {
            return ClientFaults.of(settings, "kafka.").explain(e.getCause()).orElse("unexplained: " + e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
