package io.lingoduct.kafka;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;

/** Handshakes of TLS and SASL that both sides began and one of them broke off. */
final class Handshakes {

    /** Meaning of a text of Java's TLS, and the settings that it hangs on. */
    private record Meaning(List<String> words, String means, List<String> settings) {}

    private static final List<Meaning> TLS = List.of(
            new Meaning(
                    List.of("PKIX path", "trust anchor", "No trusted certificate"),
                    "the certificate of the brokers is not trusted",
                    List.of("ssl.truststore.location")),
            new Meaning(
                    List.of("No subject alternative", "No name matching"),
                    "the certificate of the brokers is for other host names",
                    List.of("bootstrap.servers", "ssl.endpoint.identification.algorithm")),
            new Meaning(
                    List.of("bad_certificate", "certificate_required", "certificate_unknown"),
                    "the brokers want a certificate of the client's that they trust",
                    List.of("ssl.keystore.location")),
            new Meaning(
                    List.of("protocol_version", "No appropriate protocol"),
                    "client and brokers have no version of TLS in common",
                    List.of("ssl.enabled.protocols")));

    private Handshakes() {}

    static Optional<String> explain(Throwable fault, UserSettings settings) {
        if (Causes.any(fault, SslAuthenticationException.class)) {
            return TLS.stream()
                    .filter(meaning -> meaning.words().stream().anyMatch(words -> says(fault, words)))
                    .findFirst()
                    .map(meaning -> meaning.means() + ": " + Causes.text(Causes.deepest(fault)) + "; check "
                            + settings.written(meaning.settings()));
        }
        return Causes.first(fault, UnsupportedSaslMechanismException.class)
                .map(cause -> sentence(cause, settings.written("sasl.mechanism")))
                .or(() -> Causes.first(fault, SaslAuthenticationException.class)
                        .map(cause -> sentence(cause, settings.written("sasl.jaas.config"))));
    }

    private static String sentence(Throwable cause, String setting) {
        return "the brokers refuse the login: " + Causes.text(cause) + "; check " + setting;
    }

    private static boolean says(Throwable fault, String words) {
        return Causes.of(fault)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(words));
    }
}
