package io.lingoduct.service;

import io.lingoduct.config.Key;
import java.util.List;

/** All keys of a service's configuration, as a help text: two lines for each, in the order of a file. */
public final class ConfigReference {

    private final StringBuilder text = new StringBuilder();

    private ConfigReference() {}

    /** Every key with type, range, default and a sentence about it. */
    public static String text() {
        var reference = new ConfigReference();
        reference.add("", ServeConfig.KEYS);
        reference.add("", OperationsConfig.KEYS);
        reference.add(
                ServeConfig.KAFKA,
                "a mapping; bootstrap.servers in it is required",
                "Settings of Kafka Streams and its clients, unchanged; a name that is nearly one of Kafka's is refused.");
        reference.add("engine.", EngineConfig.KEYS);
        reference.add("engine.", SearchConfig.KEYS);
        reference.add(
                ServeConfig.REGISTRY,
                "a mapping; default none",
                "A schema registry that speaks Confluent's REST API, for format avro.");
        reference.add("registry.", RegistryConfig.KEYS);
        reference.add("routes", "a list of mappings; required", "The translation paths, at least one.");
        reference.add("routes[].", RouteConfig.KEYS);
        reference.add("routes[].", LanguagesConfig.KEYS);
        reference.add(
                "routes[].fields",
                "a list of paths, or of mappings with path; default none",
                "Fields of the messages to translate, for format json and for records of your own in format avro.");
        reference.add("routes[].fields[].", FieldConfig.KEYS);
        reference.text.append(
                """

                Any text value may hold ${ENV:NAME}, an environment variable, and ${file:PATH}, the content of a file; a relative
                path starts at the configuration's folder.
                """);
        return reference.text.toString();
    }

    private void add(String prefix, List<Key<?>> keys) {
        keys.forEach(key -> add(prefix + key.name(), key.summary(), key.about()));
    }

    private void add(String name, String summary, String about) {
        text.append("%s: %s%n    %s%n".formatted(name, summary, about));
    }
}
