package io.lingoduct.streams;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/**
 * Builds the topology: one source for each input topic, and for each route a processor and a sink. Keys and values are
 * bytes at both ends, so that nothing can fail inside of Kafka's own (de)serialisation.
 */
final class TranslationTopology {

    private TranslationTopology() {}

    /**
     * @param partitions number of partitions of an input topic
     */
    static Topology build(
            List<Route> routes,
            PrefetchBuffer prefetched,
            StreamCounters counters,
            BooleanSupplier stopNow,
            ToIntFunction<String> partitions) {
        var topology = new Topology();
        routes.stream()
                .flatMap(route -> route.from().stream())
                .distinct()
                .forEach(topic -> topology.addSource(
                        source(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic));
        for (int i = 0; i < routes.size(); i++) {
            var route = routes.get(i);
            var processor = "translate-" + i + "-to-" + route.to();
            ProcessorSupplier<byte[], byte[], byte[], Outgoing> supplier =
                    () -> new TranslateProcessor(route, prefetched, counters, stopNow);
            topology.addProcessor(
                    processor,
                    supplier,
                    route.from().stream().map(TranslationTopology::source).toArray(String[]::new));
            topology.addSink(
                    "write-" + i + "-to-" + route.to(),
                    route.to(),
                    new ByteArraySerializer(),
                    Outgoing.serializer(),
                    Outgoing.partitioner(
                            route.from().stream().mapToInt(partitions).max().orElse(0)),
                    processor);
        }
        return topology;
    }

    private static String source(String topic) {
        return "read-" + topic;
    }
}
