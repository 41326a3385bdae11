package io.lingoduct.kafka;

import io.lingoduct.config.Secrets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Settings as users write them, with the prefixes of Kafka Streams or without.
 *
 * @param section what stands before a name where the user looks for it, such as {@code kafka.}
 */
record UserSettings(Map<String, ?> settings, String section) {

    private static final Pattern DOTTED = Pattern.compile(
            "(?:(?<=configuration )|(?<=Invalid value for ))[a-z]++(?![._])|[a-z0-9]++(?:[._][a-z0-9]++)++");
    private static final int LONGEST_SHOWN = 200;
    private static final List<String> PREFIXES = List.of(
            "",
            StreamsConfig.ADMIN_CLIENT_PREFIX,
            StreamsConfig.PRODUCER_PREFIX,
            StreamsConfig.MAIN_CONSUMER_PREFIX,
            StreamsConfig.CONSUMER_PREFIX,
            StreamsConfig.RESTORE_CONSUMER_PREFIX,
            StreamsConfig.GLOBAL_CONSUMER_PREFIX);

    /** The value that an admin client takes, which is the first to reach the brokers. */
    String value(String name, String fallback) {
        var admin = settings.get(StreamsConfig.ADMIN_CLIENT_PREFIX + name);
        var value = admin == null ? settings.get(name) : admin;
        return value == null ? fallback : value.toString().strip();
    }

    /** Names as they stand in the user's file, joined for a sentence; those that do not stand there as Kafka calls them. */
    String written(Collection<String> names) {
        return names.stream().map(this::written).distinct().collect(Collectors.joining(", "));
    }

    /** As {@link #written(Collection)}, with the values that the user has given, unless they are secret. */
    String withValues(Collection<String> names) {
        return names.stream().map(this::withValue).collect(Collectors.joining(", "));
    }

    private String withValue(String name) {
        var value = shown(name);
        return value.isEmpty() ? written(name) : written(name) + " (" + value + ")";
    }

    /** Whether a text holds a name as the user has written it, and the value. */
    boolean isTold(String name, String text) {
        return text.contains(written(name)) && text.contains(shown(name));
    }

    /** The value that the user has set; empty where there is none, or it is a secret or very long. */
    private String shown(String name) {
        var value = settings.get(written(name).substring(section.length()));
        boolean isHidden =
                value == null || Secrets.isSecret(name) || value.toString().length() > LONGEST_SHOWN;
        return isHidden ? "" : Secrets.maskWithin(value.toString());
    }

    String written(String name) {
        return section
                + PREFIXES.stream()
                        .map(prefix -> prefix + name)
                        .filter(settings::containsKey)
                        .findFirst()
                        .orElse(name);
    }

    /** The settings of Kafka's clients that a text speaks of. */
    static Set<String> named(String text) {
        var names = new TreeSet<String>();
        var words = DOTTED.matcher(text);
        while (words.find()) {
            if (isKnown(words.group())) {
                names.add(words.group());
            }
        }
        return names;
    }

    /** The settings, as Kafka calls them, of which a text repeats a class or a path. */
    Set<String> quoted(String text) {
        var names = new TreeSet<String>();
        settings.forEach((key, value) -> {
            if (!Secrets.isSecret(key)
                    && Stream.of(String.valueOf(value).split(",")).anyMatch(part -> holds(text, part.strip()))) {
                names.add(withoutPrefix(key));
            }
        });
        return names;
    }

    private static boolean holds(String text, String value) {
        boolean saysSomething =
                value.length() > 3 && (value.contains(".") || value.contains("/") || value.contains("\\"));
        return saysSomething && text.contains(value);
    }

    private static String withoutPrefix(String key) {
        return PREFIXES.stream()
                .filter(prefix -> !prefix.isEmpty() && key.startsWith(prefix))
                .map(prefix -> key.substring(prefix.length()))
                .findFirst()
                .orElse(key);
    }

    private static boolean isKnown(String name) {
        return ConsumerConfig.configNames().contains(name)
                || ProducerConfig.configNames().contains(name)
                || AdminClientConfig.configNames().contains(name)
                || StreamsConfig.configDef().names().contains(name);
    }
}
