package io.lingoduct.streams.route;

import io.lingoduct.streams.message.InputTopics;
import io.lingoduct.streams.message.Route;
import io.lingoduct.streams.output.Outgoing;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/**
 * Builds the topology of a route: a source for each named input topic or one for a pattern, a processor and a sink. Keys and
 * values are bytes at both ends, so that nothing can fail inside of Kafka's own (de)serialisation. Nodes are called after the
 * route, whatever other routes there are.
 */
final class TranslationTopology {

    private static final String PATTERN = "read-pattern";

    private TranslationTopology() {}

    static Topology build(Route route, StreamParts parts) {
        return add(new Topology(), route, parts);
    }

    /** @param settings of the stream; without any, Kafka takes defaults of its own and warns of them */
    static Topology build(Route route, StreamParts parts, Properties settings) {
        return add(new Topology(new TopologyConfig(new StreamsConfig(settings))), route, parts);
    }

    private static Topology add(Topology topology, Route route, StreamParts parts) {
        addSources(topology, route.from());
        var processor = "translate-" + route.name();
        ProcessorSupplier<byte[], byte[], byte[], Outgoing> supplier = () -> new TranslateProcessor(route, parts);
        topology.addProcessor(processor, supplier, sources(route.from()).toArray(String[]::new));
        topology.addSink(
                "write-" + route.name(),
                Outgoing.topics(),
                new ByteArraySerializer(),
                Outgoing.serializer(),
                Outgoing.partitioner(),
                processor);
        return topology;
    }

    private static void addSources(Topology topology, InputTopics from) {
        if (from.hasPattern()) {
            topology.addSource(PATTERN, new ByteArrayDeserializer(), new ByteArrayDeserializer(), from.pattern());
        }
        from.names()
                .forEach(topic -> topology.addSource(
                        source(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic));
    }

    private static Stream<String> sources(InputTopics from) {
        return from.hasPattern() ? Stream.of(PATTERN) : from.names().stream().map(TranslationTopology::source);
    }

    private static String source(String topic) {
        return "read-" + topic;
    }
}
