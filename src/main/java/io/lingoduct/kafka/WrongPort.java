package io.lingoduct.kafka;

import io.lingoduct.kafka.PortProbe.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Comparison of what the brokers' ports expect with what the settings make a client do there. */
final class WrongPort {

    private static final String PROTOCOL = "security.protocol";
    private static final String MECHANISM = "sasl.mechanism";
    private static final String SERVERS = "bootstrap.servers";
    private static final Pattern ADDRESS = Pattern.compile("(?:.*?://)?\\[?([0-9a-zA-Z\\-%._:]+?)]?:([0-9]{1,5})");
    private static final int ASKED = 3;
    private static final PortProbe PROBE = new PortProbe(Duration.ofSeconds(2));

    private WrongPort() {}

    /** The fault with the first address that takes connections; empty if there is none, or no address does. */
    static Optional<String> explain(UserSettings settings) {
        return Stream.of(settings.value(SERVERS, "").split(","))
                .map(address -> ADDRESS.matcher(address.strip()))
                .filter(address -> address.matches() && Integer.parseInt(address.group(2)) < 1 << 16)
                .limit(ASKED)
                .map(address -> new Asked(address.group(), ask(address.group(1), address.group(2))))
                .filter(asked -> asked.answer().kind() != Answer.Kind.CLOSED)
                .findFirst()
                .flatMap(asked -> compare(asked.address(), asked.answer(), settings));
    }

    private record Asked(String address, Answer answer) {}

    private static Answer ask(String host, String port) {
        return PROBE.ask(host, Integer.parseInt(port));
    }

    static Optional<String> compare(String address, Answer answer, UserSettings settings) {
        var protocol = settings.value(PROTOCOL, "PLAINTEXT").toUpperCase(Locale.ROOT);
        boolean tls = protocol.endsWith("SSL");
        boolean login = protocol.startsWith("SASL");
        boolean known = answer.kind() == Answer.Kind.KAFKA;
        boolean expectsLogin = known ? !answer.mechanisms().isEmpty() : login;
        if (answer.kind() == Answer.Kind.STRANGER) {
            return Optional.of(
                    "what listens at " + address + " is no Kafka broker: check " + settings.written(SERVERS));
        } else if (answer.tls() != tls && (known || answer.tls()) || expectsLogin != login) {
            return Optional.of(sentence(address, answer, expectsLogin, protocol, settings));
        }
        var mechanism = settings.value(MECHANISM, "GSSAPI");
        return login && known && !answer.mechanisms().contains(mechanism)
                ? Optional.of(address + " takes the logins (SASL) " + String.join(", ", answer.mechanisms()) + ", and "
                        + settings.written(MECHANISM) + " is " + mechanism)
                : Optional.empty();
    }

    private static String sentence(
            String address, Answer answer, boolean login, String protocol, UserSettings settings) {
        boolean known = answer.kind() == Answer.Kind.KAFKA;
        var transport = answer.tls() ? "TLS" : "no TLS";
        var logins = login ? " and a login (SASL: " + String.join(", ", answer.mechanisms()) + ")" : " and no login";
        var right = (login ? "SASL_" : "") + (answer.tls() ? "SSL" : "PLAINTEXT");
        return "the port " + address + " expects " + transport + (known ? logins : "") + ", while "
                + settings.written(PROTOCOL) + " is " + protocol + ": set it to "
                + (known ? right : "SSL, or to SASL_SSL if it wants a login, too")
                + also(answer, known && login, settings);
    }

    private static String also(Answer answer, boolean login, UserSettings settings) {
        var more = new ArrayList<String>();
        if (login) {
            more.addAll(List.of(MECHANISM, "sasl.jaas.config"));
        }
        if (answer.tls()) {
            more.add("ssl.truststore.location");
        }
        return more.isEmpty() ? "" : ", with " + settings.written(more);
    }
}
