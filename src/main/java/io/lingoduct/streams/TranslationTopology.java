package io.lingoduct.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/**
 * Builds the topology: one source for each named input topic and one for all patterns together, and for each route a
 * processor and a sink. Keys and values are bytes at both ends, so that nothing can fail inside of Kafka's own
 * (de)serialisation.
 *
 * <p>Kafka Streams takes no topic that two sources could read. So the patterns share a source, a named topic that one of
 * them matches is read there, and each processor leaves alone what is not of its route.
 */
final class TranslationTopology {

    private static final String PATTERNS = "read-patterns";

    private final Topology topology = new Topology();
    private final List<Route> routes;
    private final Pattern patterns;

    private TranslationTopology(List<Route> routes) {
        this.routes = routes;
        this.patterns = routes.stream()
                .filter(route -> route.from().hasPattern())
                .map(route -> "(?:" + route.from().pattern() + ")")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("|"), regex -> regex.isEmpty() ? null : Pattern.compile(regex)));
    }

    static Topology build(List<Route> routes, StreamParts parts) {
        var builder = new TranslationTopology(routes);
        builder.addSources();
        for (int i = 0; i < routes.size(); i++) {
            builder.addRoute(i, parts);
        }
        return builder.topology;
    }

    private void addSources() {
        if (patterns != null) {
            topology.addSource(PATTERNS, new ByteArrayDeserializer(), new ByteArrayDeserializer(), patterns);
        }
        routes.stream()
                .flatMap(route -> route.from().names().stream())
                .filter(topic -> !isMatched(topic))
                .distinct()
                .forEach(topic -> topology.addSource(
                        source(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic));
    }

    private void addRoute(int number, StreamParts parts) {
        var route = routes.get(number);
        var processor = "translate-" + number + "-to-" + route.to();
        ProcessorSupplier<byte[], byte[], byte[], Outgoing> supplier = () -> new TranslateProcessor(route, parts);
        topology.addProcessor(processor, supplier, sources(route).toArray(String[]::new));
        topology.addSink(
                "write-" + number + "-to-" + route.to(),
                Outgoing.topics(),
                new ByteArraySerializer(),
                Outgoing.serializer(),
                Outgoing.partitioner(),
                processor);
    }

    private List<String> sources(Route route) {
        var sources = new ArrayList<String>();
        if (route.from().hasPattern()) {
            sources.add(PATTERNS);
        }
        route.from().names().stream().map(this::source).distinct().forEach(sources::add);
        return sources;
    }

    private String source(String topic) {
        return isMatched(topic) ? PATTERNS : "read-" + topic;
    }

    private boolean isMatched(String topic) {
        return patterns != null && patterns.matcher(topic).matches();
    }
}
