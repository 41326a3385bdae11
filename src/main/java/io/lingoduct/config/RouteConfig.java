package io.lingoduct.config;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One translation path.
 *
 * @param from input topics, at least one
 * @param to output topic
 * @param model folder of the model bundle, which says the languages
 */
public record RouteConfig(List<String> from, String to, Path model, Format format) {

    static final Key<List<String>> FROM = Key.strings("from", "Topic to translate, or a list of topics.");
    static final Key<String> TO = Key.string("to", "Topic that receives the translations.");
    static final Key<Path> MODEL =
            Key.path("model", "Folder of the model bundle; a relative path starts at the working directory.");
    static final Key<Format> FORMAT = Key.choice("format", Format.class, "How texts lie in the messages' values.")
            .orElse(Format.TEXT);
    static final List<Key<?>> KEYS = List.of(FROM, TO, MODEL, FORMAT);

    private static final Pattern TOPIC = Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,249}");

    public RouteConfig {
        from = List.copyOf(from);
    }

    static RouteConfig read(Section section) {
        var route = new RouteConfig(section.get(FROM), section.get(TO), section.get(MODEL), section.get(FORMAT));
        for (var topic : route.from()) {
            checkTopic(section, FROM.name(), topic);
        }
        checkTopic(section, TO.name(), route.to());
        if (route.from().stream().distinct().count() < route.from().size()) {
            section.fault(FROM.name(), "a topic stands here twice");
        }
        return route;
    }

    /** Notes a fault where the name is no name of a topic; an absent one is noted already. */
    static void checkTopic(Section section, String key, String topic) {
        if (!topic.isEmpty() && !TOPIC.matcher(topic).matches()) {
            section.fault(
                    key, "not a topic name: at most 249 letters a-z and A-Z, digits, dots, hyphens and underscores");
        }
    }
}
