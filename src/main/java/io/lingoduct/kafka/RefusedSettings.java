package io.lingoduct.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigException;

/** Settings that a client refuses when it is made. The reason stands in the deepest cause; the setting not always. */
final class RefusedSettings {

    // Texts of Kafka's that name no setting.
    private static final Map<String, List<String>> NAMELESS = Map.of(
            "Heartbeat must be set lower than the session timeout",
                    List.of("session.timeout.ms", "heartbeat.interval.ms"),
            "JAAS config", List.of("sasl.jaas.config"),
            "LoginModule", List.of("sasl.jaas.config"));
    // How clients begin what they throw when they cannot be made.
    private static final List<String> NOT_MADE = List.of(
            "Failed to construct kafka",
            "Failed to create new KafkaAdminClient",
            "Failed to load SSL",
            "Could not find a 'KafkaClient' entry");

    private RefusedSettings() {}

    static Optional<String> explain(Throwable fault, UserSettings settings) {
        boolean ofSettings = Causes.any(fault, ConfigException.class)
                || Causes.any(fault, ClassNotFoundException.class)
                || Causes.of(fault).anyMatch(RefusedSettings::isOfMaking);
        return ofSettings ? Optional.of(sentence(fault, settings)) : Optional.empty();
    }

    private static String sentence(Throwable fault, UserSettings settings) {
        var text = Causes.text(Causes.first(fault, ConfigException.class)
                .map(Throwable.class::cast)
                .orElse(Causes.deepest(fault)));
        var names = names(fault, text, settings);
        boolean told = names.stream().allMatch(name -> settings.isTold(name, text));
        return "Kafka refuses a setting: " + text + (told ? "" : "; check " + settings.withValues(names));
    }

    private static Set<String> names(Throwable fault, String text, UserSettings settings) {
        var names = new TreeSet<>(UserSettings.named(text));
        if (names.isEmpty()) {
            Causes.of(fault).forEach(cause -> names.addAll(settings.quoted(String.valueOf(cause.getMessage()))));
        }
        if (names.isEmpty()) {
            NAMELESS.forEach((words, theirs) -> {
                if (text.contains(words)) {
                    names.addAll(theirs);
                }
            });
        }
        return names;
    }

    private static boolean isOfMaking(Throwable cause) {
        var message = String.valueOf(cause.getMessage());
        return NOT_MADE.stream().anyMatch(message::startsWith) || message.contains("is not an instance of");
    }
}
