package io.lingoduct.config;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds routes whose output comes back to their input, which would translate the same messages without end. */
final class TopicCircles {

    private TopicCircles() {}

    static void check(Section root, ServeConfig config) {
        var routes = config.routes();
        for (int i = 0; i < routes.size(); i++) {
            var reached = reachableFrom(routes.get(i).to(), routes);
            if (routes.get(i).from().stream().anyMatch(reached::contains)) {
                root.fault("routes[" + i + "].to", "the messages would come back to routes[" + i + "].from");
            }
            if (routes.get(i).from().contains(config.deadLetters())
                    || routes.get(i).to().equals(config.deadLetters())) {
                root.fault("routes[" + i + "]", "uses the dead-letter topic " + config.deadLetters());
            }
        }
    }

    private static Set<String> reachableFrom(String topic, List<RouteConfig> routes) {
        var reached = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(topic));
        while (!open.isEmpty()) {
            var next = open.pop();
            if (reached.add(next)) {
                routes.stream()
                        .filter(route -> route.from().contains(next))
                        .map(RouteConfig::to)
                        .forEach(open::push);
            }
        }
        return reached;
    }
}
