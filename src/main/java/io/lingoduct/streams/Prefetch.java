package io.lingoduct.streams;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Starts translating what was polled, for every route that reads it. */
final class Prefetch {

    private final PrefetchBuffer buffer;
    private final List<Route> routes;
    // Patterns are matched once for each topic.
    private final Map<String, List<Route>> routesByTopic = new ConcurrentHashMap<>();

    Prefetch(PrefetchBuffer buffer, List<Route> routes) {
        this.buffer = buffer;
        this.routes = List.copyOf(routes);
    }

    void polled(ConsumerRecords<byte[], byte[]> records) {
        buffer.dropForgotten();
        for (var record : records) {
            for (var route : routesByTopic.computeIfAbsent(record.topic(), this::readers)) {
                buffer.offer(route, record);
            }
        }
        buffer.fill();
    }

    private List<Route> readers(String topic) {
        return routes.stream().filter(route -> route.from().contains(topic)).toList();
    }
}
