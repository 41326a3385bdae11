package io.lingoduct.service;

import io.lingoduct.config.Section;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds routes whose output comes back to their input, which would translate the same messages without end. Only named
 * inputs can do so: patterns do not match outputs.
 */
final class TopicCircles {

    private final List<RouteConfig> routes;
    private final List<Pattern> outputs;

    private TopicCircles(List<RouteConfig> routes) {
        this.routes = routes;
        this.outputs = routes.stream()
                .map(route -> Pattern.compile(route.outputRegex()))
                .toList();
    }

    /** Must not be called before all patterns are known to be regular expressions. */
    static void check(Section root, ServeConfig config) {
        var circles = new TopicCircles(config.routes());
        for (int i = 0; i < config.routes().size(); i++) {
            if (circles.comesBack(i)) {
                root.fault("routes[" + i + "].to", "the messages would come back to routes[" + i + "].from");
            }
            if (config.routes().get(i).from().contains(config.deadLetters())
                    || circles.outputs.get(i).matcher(config.deadLetters()).matches()) {
                root.fault("routes[" + i + "]", "uses the dead-letter topic " + config.deadLetters());
            }
            circles.checkReviews(root, i);
        }
    }

    /** A translation and what is to be reviewed are of different forms, and nobody could tell them apart. */
    private void checkReviews(Section root, int route) {
        var topic = routes.get(route).quality().reviewTopic();
        if (topic != null && routes.stream().anyMatch(other -> Pattern.matches(other.translationsRegex(), topic))) {
            root.fault("routes[" + route + "].review-topic", "a route writes its translations there");
        }
    }

    private boolean comesBack(int start) {
        var reached = new HashSet<Integer>();
        var open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            int route = open.pop();
            for (int next = 0; next < routes.size(); next++) {
                if (feeds(route, next) && reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached.contains(start);
    }

    private boolean feeds(int route, int next) {
        return routes.get(next).from().stream()
                .anyMatch(topic -> outputs.get(route).matcher(topic).matches());
    }
}
