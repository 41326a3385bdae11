package io.lingoduct.streams.message;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Topics that a route reads.
 *
 * @param names topics; empty where there is a pattern
 * @param pattern matches whole names of topics; null where the topics are named
 */
public record InputTopics(List<String> names, Pattern pattern) {

    public InputTopics {
        names = List.copyOf(names);
    }

    public static InputTopics named(String... names) {
        return new InputTopics(List.of(names), null);
    }

    /**
     * Every topic that the pattern matches and none of the others does.
     *
     * @param others regular expressions of topics that must never be read, such as the service's own outputs
     */
    static InputTopics matching(String pattern, List<String> others) {
        var not = others.isEmpty() ? "" : "(?!(?:" + String.join("|", others) + ")$)";
        return new InputTopics(List.of(), Pattern.compile(not + "(?:" + pattern + ")"));
    }

    public boolean hasPattern() {
        return pattern != null;
    }

    public boolean contains(String topic) {
        return names.contains(topic) || hasPattern() && pattern.matcher(topic).matches();
    }
}
