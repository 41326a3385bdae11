package io.lingoduct.streams;

import static io.lingoduct.streams.BrokerKit.bytes;
import static io.lingoduct.streams.BrokerKit.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.config.ConfigReader;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.deadletter.DeadLetters;
import io.lingoduct.streams.fault.ExpiredMessageException;
import io.lingoduct.streams.fault.StreamStartException;
import io.lingoduct.streams.message.Deadline;
import io.lingoduct.streams.message.LanguagePairs;
import io.lingoduct.streams.message.TaggingTranslator;
import io.lingoduct.streams.status.RouteFailure;
import io.lingoduct.streams.status.RouteState;
import io.lingoduct.streams.status.RouteStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several routes on a real broker: names, a pattern, detection, several targets, deadlines. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class RoutesIT {

    private static final LanguagePairs PAIRS = LanguagePairs.of(List.of(
            new TaggingTranslator("en", "de"), new TaggingTranslator("en", "fr"), new TaggingTranslator("de", "fr")));

    private static BrokerKit broker;

    @BeforeAll
    static void start() {
        broker = new BrokerKit();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void shouldServeNamedTopicsAndAPatternWithTwoTargets() throws Exception {
        broker.createTopics(2, "shop.a", "tickets");
        broker.send(List.of(
                message("shop.a", "Good morning, how are you today?"),
                message("tickets", "The printer does not work."),
                expired("tickets", "Nobody waits for this.")));

        try (var stream = serve(
                "routed",
                """
                - {pattern: "shop[.].*", to: "{topic}.{target}", source: en, target: [de, fr]}
                - {from: tickets, to: tickets.fr, target: fr}
                """,
                true)) {
            assertThat(texts("shop.a.de", 1)).containsExactly("Good morning, how are you today? [en>de]");
            assertThat(texts("shop.a.fr", 1)).containsExactly("Good morning, how are you today? [en>fr]");
            assertThat(texts("tickets.fr", 1)).containsExactly("The printer does not work. [en>fr]");
            assertThat(broker.read("routed.dead-letters", 1))
                    .extracting(letter -> text(
                            letter.headers().lastHeader(DeadLetters.EXCEPTION).value()))
                    .containsExactly(ExpiredMessageException.class.getName());

            broker.createTopics(3, "shop.b");
            broker.send(List.of(message("shop.b", "A topic that came later.")));
            awaitTopic("shop.b.fr");
            assertThat(partitions("shop.b.fr")).isEqualTo(3);
            assertThat(partitions("shop.b.de")).isEqualTo(3);
            assertThat(texts("shop.b.fr", 1)).containsExactly("A topic that came later. [en>fr]");
            assertThat(texts("shop.b.de", 1)).containsExactly("A topic that came later. [en>de]");
            assertThat(stream.figures().deadLettered()).isEqualTo(1);
            assertThat(stream.figures().translated()).isEqualTo(5);
        }
    }

    @Test
    void shouldCreateTheOutputOfALaterTopicForATombstoneToo() throws Exception {
        try (var stream =
                serve("empty", "- {pattern: \"empty[.].*\", to: \"{topic}.de\", source: en, target: de}", true)) {
            broker.createTopics(2, "empty.a");
            broker.send(List.of(new ProducerRecord<>("empty.a", bytes("key"), null)));
            awaitTopic("empty.a.de");

            assertThat(broker.read("empty.a.de", 1)).singleElement().satisfies(record -> assertThat(record.value())
                    .isNull());
            assertThat(partitions("empty.a.de")).isEqualTo(2);
            assertThat(stream.routes()).extracting(RouteStatus::state).containsOnly(RouteState.RUNNING);
        }
    }

    @Test
    void shouldRefuseToStartWithoutTheOutputsOfAPattern() throws Exception {
        broker.createTopics(1, "strict.a");

        assertThatThrownBy(() -> serve(
                        "strict",
                        "- {pattern: \"strict[.].*\", to: \"{topic}.{target}\", source: en, target: de}",
                        false))
                .isInstanceOf(StreamStartException.class)
                .hasMessageContaining("strict.a.de")
                .hasMessageContaining("--create-topics");
    }

    @Test
    void shouldCreateTopicsThatSeveralRoutesWriteLargeEnoughForAllOfThem() throws Exception {
        broker.createTopics(1, "small.in");
        broker.createTopics(3, Map.of("max.message.bytes", "3000000"), "large.in");

        try (var stream = serve(
                "sized",
                """
                - {name: small, from: small.in, to: sized.out, source: en, target: de}
                - {name: large, from: large.in, to: sized.out, source: en, target: de}
                """,
                true)) {
            assertThat(partitions("sized.out")).isEqualTo(3);
            assertThat(partitions("sized.dead-letters")).isEqualTo(3);
            assertThat(maxMessageBytes("sized.dead-letters")).isGreaterThan(3_000_000);
            assertThat(stream.routes()).extracting(RouteStatus::state).containsOnly(RouteState.RUNNING);
        }
    }

    @Test
    void shouldWaitForTheFirstTopicOfAPattern() throws Exception {
        try (var stream =
                serve("early", "- {pattern: \"early[.].*\", to: \"{topic}.de\", source: en, target: de}", true)) {
            broker.createTopics(1, "early.a");
            broker.send(List.of(message("early.a", "hello")));
            awaitTopic("early.a.de");

            assertThat(texts("early.a.de", 1)).containsExactly("hello [en>de]");
            assertThat(stream.routes()).extracting(RouteStatus::state).containsOnly(RouteState.RUNNING);
        }
    }

    @Test
    void shouldBeHeldWhereATopicBringsAnOutputThatMustNotBeCreatedUntilSomebodyElseHasMadeIt() throws Exception {
        broker.createTopics(1, "late.a", "late.a.de", "late.dead-letters");
        try (var stream =
                serve("late", "- {pattern: \"late[.].*\", to: \"{topic}.de\", source: en, target: de}", false)) {
            broker.createTopics(1, "late.b");
            broker.send(List.of(message("late.b", "hello")));

            Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> failure(stream)
                    .contains("late.b.de"));
            assertThat(failure(stream)).contains("--create-topics");

            broker.createTopics(1, "late.b.de");
            assertThat(texts("late.b.de", 1)).containsExactly("hello [en>de]");
            assertThat(broker.countWritten("late.dead-letters")).isZero();
        }
    }

    private static int maxMessageBytes(String topic) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (var admin = broker.admin()) {
            return Integer.parseInt(admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get("max.message.bytes")
                    .value());
        }
    }

    private static String failure(TranslationStream stream) {
        return stream.routes().get(0).lastFailure().map(RouteFailure::reason).orElse("");
    }

    private static TranslationStream serve(String application, String routes, boolean createTopics) {
        var config = ServeConfig.read(ConfigReader.parse(
                "test",
                """
                application-id: %s
                models: unused
                kafka: {bootstrap.servers: "%s", metadata.max.age.ms: 500}
                routes:
                %s
                """
                        .formatted(application, broker.bootstrapServers(), routes)));
        return TranslationStream.start(
                config,
                route -> {
                    throw new AssertionError("no route names a model");
                },
                PAIRS,
                createTopics);
    }

    private static ProducerRecord<byte[], byte[]> message(String topic, String text) {
        return new ProducerRecord<>(topic, bytes("key"), bytes(text));
    }

    private static ProducerRecord<byte[], byte[]> expired(String topic, String text) {
        var message = message(topic, text);
        message.headers()
                .add(Deadline.HEADER, bytes(Instant.now().minusSeconds(60).toString()));
        return message;
    }

    private static void awaitTopic(String topic) {
        Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> {
            try (var admin = broker.admin()) {
                return admin.listTopics().names().get().contains(topic);
            }
        });
    }

    private static int partitions(String topic) throws Exception {
        try (var admin = broker.admin()) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .size();
        }
    }

    private static List<String> texts(String topic, int count) throws Exception {
        return broker.read(topic, count).stream()
                .map(record -> text(record.value()))
                .toList();
    }
}
