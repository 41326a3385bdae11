package io.lingoduct.streams;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Starts translating what was polled, for every route that reads it. */
final class Prefetch {

    private final PrefetchBuffer buffer;
    private final Map<String, List<Route>> routesByTopic = new HashMap<>();

    Prefetch(PrefetchBuffer buffer, List<Route> routes) {
        this.buffer = buffer;
        for (var route : routes) {
            for (var topic : route.from()) {
                routesByTopic.computeIfAbsent(topic, name -> new ArrayList<>()).add(route);
            }
        }
    }

    void polled(ConsumerRecords<byte[], byte[]> records) {
        for (var record : records) {
            for (var route : routesByTopic.getOrDefault(record.topic(), List.of())) {
                buffer.offer(route, record);
            }
        }
        buffer.fill();
    }
}
