package io.lingoduct.streams.route;

import static io.lingoduct.streams.route.TopologyKit.bytes;
import static io.lingoduct.streams.route.TopologyKit.text;

import io.lingoduct.config.ConfigReader;
import io.lingoduct.engine.TextTranslator;
import io.lingoduct.service.RouteConfig;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.deadletter.DeadLetters;
import io.lingoduct.streams.deadletter.FaultPolicy;
import io.lingoduct.streams.message.FirstWordDetector;
import io.lingoduct.streams.message.GradingTranslator;
import io.lingoduct.streams.message.LanguagePairs;
import io.lingoduct.streams.message.Route;
import io.lingoduct.streams.message.RouteFactory;
import io.lingoduct.streams.message.TaggingTranslator;
import io.lingoduct.streams.output.Refusals;
import io.lingoduct.streams.prefetch.PrefetchBuffer;
import io.lingoduct.streams.prefetch.SlowTranslations;
import io.lingoduct.streams.status.RouteProgress;
import io.lingoduct.streams.status.StreamCounters;
import io.lingoduct.streams.topics.FixedTopics;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/**
 * Routes of a configuration without a broker. Models are named by their languages: the route's model {@code en-de}, and {@code
 * graded}, and for the others en-de, en-fr, de-en and pt-BR to en.
 */
public final class RoutingKit implements AutoCloseable {

    static final Instant NOW = TopologyKit.TIME;

    final Map<String, TaggingTranslator> models = new TreeMap<>();
    final GradingTranslator graded = new GradingTranslator();
    final StreamCounters counters = new StreamCounters();
    final RouteProgress progress = new RouteProgress(Clock.systemUTC());
    private final Map<Route, TopologyTestDriver> drivers = new LinkedHashMap<>();

    /** @param routes the value of {@code routes} in YAML */
    RoutingKit(String routes) {
        this(routes, "");
    }

    /** @param more further lines of the configuration, with line breaks at their ends */
    RoutingKit(String routes, String more) {
        var config = config(routes, more);
        for (var pair : List.of("en-de", "en-fr", "de-en")) {
            var languages = pair.split("-");
            models.put(pair, new TaggingTranslator(languages[0], languages[1]));
        }
        models.put("pt-BR-en", new TaggingTranslator("pt-BR", "en"));
        var built = factory(config, LanguagePairs.of(models.values())).routes(this::model, InstantSource.fixed(NOW));
        built.forEach(route -> drivers.put(route, driver(route)));
    }

    private TextTranslator model(RouteConfig route) {
        var name = route.model().toString();
        return name.equals("graded") ? graded : models.get(name);
    }

    private TopologyTestDriver driver(Route route) {
        var slow = new SlowTranslations();
        var parts = new StreamParts(
                new PrefetchBuffer(1000, 100, slow),
                slow,
                counters,
                progress,
                new Refusals(),
                record -> Optional.empty(),
                () -> false,
                new FixedTopics(1, 10_000));
        var letters = new DeadLetters("dead", new FixedTopics(1, 100_000), false, Clock.systemUTC());
        return new TopologyTestDriver(
                TranslationTopology.build(route, parts),
                TestSettings.with(new FaultPolicy(
                        letters, parts.refusals(), parts.alone(), parts.progress(), parts.counters(), () -> false)));
    }

    public static ServeConfig config(String routes) {
        return config(routes, "");
    }

    private static ServeConfig config(String routes, String more) {
        return ServeConfig.read(ConfigReader.parse(
                "test",
                """
                        application-id: test
                        kafka: {bootstrap.servers: "unused:1"}
                        dead-letters: dead
                        models: unused
                        %sroutes: %s
                        """
                        .formatted(more, routes)));
    }

    public static RouteFactory factory(ServeConfig config, LanguagePairs pairs) {
        return new RouteFactory(config, pairs, FirstWordDetector::new);
    }

    void send(String topic, String value, Header... headers) {
        send(topic, bytes(value), headers);
    }

    void send(String topic, byte[] value, Header... headers) {
        drivers.forEach((route, driver) -> {
            if (route.from().contains(topic)) {
                driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
                        .pipeInput(new TestRecord<>(bytes("key"), value, new RecordHeaders(headers), NOW));
            }
        });
    }

    List<TestRecord<byte[], byte[]>> read(String topic) {
        return drivers.values().stream()
                .flatMap(driver -> driver
                        .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                        .readRecordsToList()
                        .stream())
                .toList();
    }

    List<String> texts(String topic) {
        return read(topic).stream().map(record -> text(record.value())).toList();
    }

    /** Class and message of the exception in the only dead letter. */
    String cause() {
        var letters = read("dead");
        if (letters.size() != 1) {
            throw new AssertionError("expected one dead letter, not " + letters.size());
        }
        var headers = letters.get(0).headers();
        return TopologyKit.header(headers, DeadLetters.EXCEPTION).replaceFirst(".*\\.", "") + ": "
                + TopologyKit.header(headers, DeadLetters.MESSAGE);
    }

    @Override
    public void close() {
        drivers.values().forEach(TopologyTestDriver::close);
    }
}
