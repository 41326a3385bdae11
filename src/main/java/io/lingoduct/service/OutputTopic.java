package io.lingoduct.service;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Destination of translations: a topic, or a template of topics.
 *
 * @param template name in which {@value #TOPIC} stands for the input topic and {@value #TARGET} for the target language
 */
public record OutputTopic(String template) {

    static final String TOPIC = "{topic}";
    static final String TARGET = "{target}";

    private static final Pattern PIECES = Pattern.compile("\\{[^}]*}|[^{]+|\\{");

    /** The topic for a message. */
    public String name(String topic, String target) {
        return template.replace(TOPIC, topic).replace(TARGET, target);
    }

    /** Whether each target language has a topic of its own. */
    public boolean namesTarget() {
        return template.contains(TARGET);
    }

    /** A regular expression of all topics that may result. */
    String regex(String topicRegex, String targetRegex) {
        return PIECES.matcher(template)
                .results()
                .map(piece -> switch (piece.group()) {
                    case TOPIC -> "(?:" + topicRegex + ")";
                    case TARGET -> "(?:" + targetRegex + ")";
                    default -> Pattern.quote(piece.group());
                })
                .collect(Collectors.joining());
    }

    /** The template. */
    @Override
    public String toString() {
        return template;
    }
}
