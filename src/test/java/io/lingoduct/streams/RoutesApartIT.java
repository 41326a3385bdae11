package io.lingoduct.streams;

import static io.lingoduct.streams.BrokerKit.bytes;
import static io.lingoduct.streams.BrokerKit.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.config.ConfigReader;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.message.LanguagePairs;
import io.lingoduct.streams.message.UpperCaseTranslator;
import io.lingoduct.streams.status.RouteFailure;
import io.lingoduct.streams.status.RouteState;
import io.lingoduct.streams.status.RouteStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What stops one route, and leaves the others alone. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class RoutesApartIT {

    private static BrokerKit broker;

    private final List<TranslationStream> streams = new ArrayList<>();

    @BeforeAll
    static void start() {
        broker = new BrokerKit();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @AfterEach
    void close() {
        streams.forEach(TranslationStream::close);
    }

    @Test
    void shouldHoldOnlyTheRouteWhoseOutputIsGoneAndGoOnOnceItIsBack() throws Exception {
        broker.createTopics(1, "gone-a", "gone-a-de", "gone-b", "gone-b-de", "gone.dead-letters");
        var stream =
                serve("gone", "- {from: gone-a, to: gone-a-de, model: m}", "- {from: gone-b, to: gone-b-de, model: m}");
        send("gone-a", 0, 10);
        assertThat(broker.read("gone-a-de", 10)).hasSize(10);

        try (var admin = broker.admin()) {
            admin.deleteTopics(List.of("gone-a-de")).all().get();
        }
        send("gone-a", 10, 500);
        send("gone-b", 0, 100);

        assertThat(broker.read("gone-b-de", 100)).hasSize(100);
        await(() -> status(stream, "gone-a-de").state() == RouteState.HELD);
        assertThat(status(stream, "gone-a-de").lastFailure())
                .get()
                .extracting(RouteFailure::reason)
                .asString()
                .contains("gone-a-de");
        assertThat(status(stream, "gone-b-de").state()).isEqualTo(RouteState.RUNNING);
        send("gone-b", 100, 200);
        assertThat(broker.read("gone-b-de", 200)).hasSize(200);

        broker.createTopics(1, "gone-a-de");
        assertThat(texts("gone-a-de", 490)).isEqualTo(expected(10, 500));
        await(() -> status(stream, "gone-a-de").state() == RouteState.RUNNING);
        assertThat(broker.countWritten("gone.dead-letters")).isZero();
    }

    @Test
    void shouldStartWhatCanBeRunAndHoldTheRest() throws Exception {
        broker.createTopics(1, "part-a", "part-a-de", "part.dead-letters");
        var stream =
                serve("part", "- {from: part-a, to: part-a-de, model: m}", "- {from: part-b, to: part-b-de, model: m}");
        send("part-a", 0, 10);
        assertThat(broker.read("part-a-de", 10)).hasSize(10);
        assertThat(status(stream, "part-b-de").state()).isEqualTo(RouteState.HELD);
        assertThat(status(stream, "part-b-de").lastFailure())
                .get()
                .extracting(RouteFailure::topic)
                .isEqualTo("part-b");

        broker.createTopics(1, "part-b", "part-b-de");
        send("part-b", 0, 10);
        assertThat(texts("part-b-de", 10)).isEqualTo(expected(0, 10));
    }

    @Test
    void shouldEndOnlyTheTopicThatIsDeletedOfThoseThatAPatternMatches() throws Exception {
        broker.createTopics(1, "shop.a", "shop.b", "shop.a.de", "shop.b.de", "pattern.dead-letters");
        var stream =
                serve("pattern", "- {name: shops, pattern: 'shop[.][a-z]+', to: '{topic}.de', source: en, target: de}");
        send("shop.a", 0, 10);
        send("shop.b", 0, 10);
        assertThat(broker.read("shop.a.de", 10)).hasSize(10);
        assertThat(broker.read("shop.b.de", 10)).hasSize(10);

        try (var admin = broker.admin()) {
            admin.deleteTopics(List.of("shop.a")).all().get();
        }
        var sent = new AtomicBoolean();
        var sender = new Thread(() -> {
            try {
                for (int i = 10; i < 60; i++) {
                    send("shop.b", i, i + 1);
                }
                sent.set(true);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        sender.start();

        assertThat(texts("shop.b.de", 60)).isEqualTo(expected(0, 60));
        sender.join();
        assertThat(sent).isTrue();
        await(() -> stream.routes().get(0).state() == RouteState.RUNNING);
    }

    @Test
    void shouldTranslateNothingOfAPausedRouteUntilItIsResumed() throws Exception {
        broker.createTopics(1, "rest-a", "rest-a-de", "rest-b", "rest-b-de", "rest.dead-letters");
        var stream =
                serve("rest", "- {from: rest-a, to: rest-a-de, model: m}", "- {from: rest-b, to: rest-b-de, model: m}");

        assertThat(stream.pause("rest-a-de")).isTrue();
        assertThat(stream.pause("nonsense")).isFalse();
        send("rest-a", 0, 10);
        send("rest-b", 0, 10);
        assertThat(broker.read("rest-b-de", 10)).hasSize(10);
        assertThat(broker.read("rest-a-de", 1, Duration.ofSeconds(2))).isEmpty();
        assertThat(status(stream, "rest-a-de").state()).isEqualTo(RouteState.PAUSED);

        assertThat(stream.resume("rest-a-de")).isTrue();
        assertThat(texts("rest-a-de", 10)).isEqualTo(expected(0, 10));
        assertThat(status(stream, "rest-a-de").state()).isEqualTo(RouteState.RUNNING);
    }

    @Test
    void shouldHoldAnInstanceWhoseRouteIsConfiguredInAnotherWayThanTheOthers() throws Exception {
        broker.createTopics(2, "same-in", "same-out", "same-other", "same.dead-letters");
        var first = serve("same", "- {name: one, from: same-in, to: same-out, model: m}");
        var second = serve("same", "- {name: one, from: same-in, to: same-other, model: m}");

        assertThat(status(second, "one").state()).isEqualTo(RouteState.HELD);
        assertThat(status(second, "one").lastFailure())
                .get()
                .extracting(RouteFailure::reason)
                .asString()
                .contains("another configuration");
        assertThat(status(first, "one").state()).isEqualTo(RouteState.RUNNING);
        send("same-in", 0, 20);
        assertThat(broker.read("same-out", 20)).hasSize(20);

        first.close();
        await(() -> status(second, "one").state() == RouteState.RUNNING);
        send("same-in", 20, 30);
        assertThat(broker.read("same-other", 10)).hasSize(10);
    }

    @Test
    void shouldLoseNothingWhenARouteIsPutInFrontOfTheOthersOneInstanceAfterTheOther() throws Exception {
        broker.createTopics(4, "roll-a", "roll-a-de", "roll-b", "roll-b-de", "roll.dead-letters");
        var old = "- {from: roll-a, to: roll-a-de, model: m}";
        var added = "- {from: roll-b, to: roll-b-de, model: m}";
        var one = serve("roll", old);
        var two = serve("roll", old);
        var stop = new AtomicBoolean();
        var sent = new ArrayList<ProducerRecord<byte[], byte[]>>();
        var sender = new Thread(() -> {
            try {
                while (!stop.get()) {
                    int from = sent.size();
                    var records = IntStream.range(from, from + 40)
                            .mapToObj(i ->
                                    new ProducerRecord<byte[], byte[]>("roll-a", i % 4, bytes("k"), bytes("text " + i)))
                            .toList();
                    broker.send(records);
                    sent.addAll(records);
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        sender.start();

        one.close();
        serve("roll", added, old);
        two.close();
        serve("roll", added, old);
        send("roll-b", 0, 10);
        assertThat(broker.read("roll-b-de", 10)).hasSize(10);
        stop.set(true);
        sender.join();

        assertThat(broker.read("roll-a-de", sent.size()))
                .extracting(record -> text(record.value()))
                .hasSameSizeAs(sent)
                .doesNotHaveDuplicates();
        assertThat(broker.read("roll-a-de", sent.size() + 1, Duration.ofSeconds(2)))
                .hasSameSizeAs(sent);
    }

    @Test
    void shouldGoOnWhereTheGroupStoppedThatAllRoutesSharedInEarlierVersions() throws Exception {
        broker.createTopics(1, "moved-a", "moved-a-de", "moved-b", "moved-b-de", "moved.dead-letters");
        send("moved-a", 0, 10);
        send("moved-b", 0, 10);
        try (var admin = broker.admin()) {
            admin.alterConsumerGroupOffsets(
                            "moved",
                            Map.of(
                                    new TopicPartition("moved-a", 0), new OffsetAndMetadata(7),
                                    new TopicPartition("moved-b", 0), new OffsetAndMetadata(3)))
                    .all()
                    .get();
        }

        serve("moved", "- {from: moved-a, to: moved-a-de, model: m}", "- {from: moved-b, to: moved-b-de, model: m}");

        assertThat(texts("moved-a-de", 3)).isEqualTo(expected(7, 10));
        assertThat(texts("moved-b-de", 7)).isEqualTo(expected(3, 10));
    }

    @Test
    void shouldHoldOnlyTheRouteThatCannotGoOnWhereTheFormerGroupStopped() throws Exception {
        broker.createTopics(1, "kept-a", "kept-a-de", "kept-b", "kept-b-de", "kept.dead-letters");
        send("kept-a", 0, 10);
        var place = new TopicPartition("kept-a", 0);
        try (var admin = broker.admin()) {
            admin.alterConsumerGroupOffsets("kept", Map.of(place, new OffsetAndMetadata(7)))
                    .all()
                    .get();
        }
        // Offsets of a group that somebody is a member of cannot be set.
        var squatter = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "group.id", "kept-kept-a-de",
                        "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        TranslationStream stream;
        try (squatter) {
            squatter.subscribe(List.of("kept-a"));
            await(() -> {
                squatter.poll(Duration.ofMillis(100));
                return !squatter.assignment().isEmpty();
            });
            stream = serve(
                    "kept", "- {from: kept-a, to: kept-a-de, model: m}", "- {from: kept-b, to: kept-b-de, model: m}");
            send("kept-b", 0, 10);
            assertThat(broker.read("kept-b-de", 10)).hasSize(10);
            assertThat(status(stream, "kept-a-de").state()).isEqualTo(RouteState.HELD);
        }

        assertThat(texts("kept-a-de", 3)).isEqualTo(expected(7, 10));
        await(() -> status(stream, "kept-a-de").state() == RouteState.RUNNING);
    }

    @Test
    void shouldNotTakeARouteWithoutMessagesForOneThatStandsStill() throws Exception {
        broker.createTopics(3, "idle.a", "idle.a.de", "idle.dead-letters");
        var stream = serve("idle", "- {name: one, from: idle.a, to: idle.a.de, model: m}");

        // Long enough for the route to be looked at several times.
        Awaitility.await()
                .during(12, TimeUnit.SECONDS)
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> status(stream, "one").withoutProgress().toSeconds() < 8);
        assertThat(status(stream, "one").lag()).hasValue(0);
    }

    private TranslationStream serve(String application, String... routes) {
        var config = ServeConfig.read(ConfigReader.parse(
                "test",
                """
                application-id: %s
                models: unused
                kafka: {bootstrap.servers: "%s", metadata.max.age.ms: 500}
                routes:
                %s
                """
                        .formatted(application, broker.bootstrapServers(), String.join("\n", routes))));
        var stream = TranslationStream.start(
                config,
                route -> new UpperCaseTranslator(),
                LanguagePairs.of(List.of(new UpperCaseTranslator())),
                false);
        streams.add(stream);
        return stream;
    }

    private static RouteStatus status(TranslationStream stream, String route) {
        return stream.routes().stream()
                .filter(status -> status.name().equals(route))
                .findFirst()
                .orElseThrow();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(90, TimeUnit.SECONDS).until(condition);
    }

    private static void send(String topic, int from, int to) throws Exception {
        broker.send(IntStream.range(from, to)
                .mapToObj(i -> new ProducerRecord<byte[], byte[]>(topic, 0, bytes("k"), bytes("text " + i)))
                .toList());
    }

    private static List<String> expected(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "TEXT " + i).toList();
    }

    private static List<String> texts(String topic, int count) throws Exception {
        return broker.read(topic, count).stream()
                .map(record -> text(record.value()))
                .toList();
    }
}
