package io.lingoduct.streams;

import static io.lingoduct.streams.BrokerKit.bytes;
import static io.lingoduct.streams.BrokerKit.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.config.ConfigReader;
import io.lingoduct.kafka.SecuredBroker;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.deadletter.DeadLetters;
import io.lingoduct.streams.fault.StreamStartException;
import io.lingoduct.streams.message.UpperCaseTranslator;
import io.lingoduct.streams.status.RouteState;
import io.lingoduct.streams.status.RouteStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Routes on a cluster that allows a service only what it has to do, or less. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class DeniedRoutesIT {

    @TempDir
    private static Path folder;

    private static SecuredBroker broker;
    private static Admin admin;

    @BeforeAll
    static void start() {
        broker = SecuredBroker.withLogins(folder);
        admin = broker.admin(SecuredBroker.ADMIN);
    }

    @AfterAll
    static void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void shouldHoldARouteThatLacksAPermissionAndGoOnOnceItHasIt() throws Exception {
        topics(Map.of(), "a-in", "a-out", "b-in", "b-out", "acl.dead");
        allowGroups("acl-");
        read("a-in", "b-in");
        write("a-out", "acl.dead");
        try (var stream = serve("acl", "a", "b")) {
            send("a-in", "k", "one");
            assertThat(texts("a-out", 1)).containsExactly("ONE");
            assertThat(status(stream, "b-out").state()).isEqualTo(RouteState.HELD);
            assertThat(reason(stream, "b-out")).contains("Write on topic b-out");

            write("b-out");
            send("b-in", "k", "two");
            assertThat(texts("b-out", 1)).containsExactly("TWO");

            admin.deleteAcls(List.of(binding(ResourceType.TOPIC, "a-out", PatternType.LITERAL, AclOperation.WRITE)
                            .toFilter()))
                    .all()
                    .get();
            send("a-in", "k", "three");
            await(() -> status(stream, "a-out").state() == RouteState.HELD
                    && reason(stream, "a-out").contains("Write on topic a-out"));
            send("b-in", "k", "four");
            assertThat(texts("b-out", 2)).containsExactly("TWO", "FOUR");

            write("a-out");
            assertThat(texts("a-out", 2)).containsExactly("ONE", "THREE");
        }
    }

    @Test
    void shouldNameEveryMissingPermissionOfAllRoutesWhereNoneCanBeRun() throws Exception {
        topics(Map.of(), "c-in", "c-out", "d-in", "d-out", "none.dead");

        assertThatThrownBy(() -> serve("none", "c", "d"))
                .isInstanceOf(StreamStartException.class)
                .hasMessageContaining("Read on topic c-in")
                .hasMessageContaining("Write on topic d-out")
                .hasMessageContaining("Read on group none-c-out")
                .hasMessageContaining("Write on transactional ids that begin with none-d-out");
    }

    /** Without the right to read settings nobody can know that the topic is compacted. */
    @Test
    void shouldTellARecordThatNothingForesawFromItsNeighbours() throws Exception {
        topics(Map.of(), "e-in", "blind.dead");
        topics(Map.of("cleanup.policy", "compact"), "e-out");
        allowGroups("blind-");
        allow(ResourceType.TOPIC, "e-in", PatternType.LITERAL, AclOperation.READ);
        allow(ResourceType.TOPIC, "e-out", PatternType.LITERAL, AclOperation.WRITE);
        allow(ResourceType.TOPIC, "blind.dead", PatternType.LITERAL, AclOperation.WRITE);
        send("e-in", "k", "one");
        send("e-in", null, "two");
        send("e-in", "k", "three");

        try (var stream = serve("blind", "e")) {
            assertThat(texts("e-out", 2)).containsExactly("ONE", "THREE");
            assertThat(read("blind.dead", 1)).singleElement().satisfies(letter -> {
                assertThat(text(letter.value())).isEqualTo("two");
                assertThat(text(letter.headers().lastHeader(DeadLetters.MESSAGE).value()))
                        .contains("the topic e-out does not take this message");
            });
            assertThat(status(stream, "e-out").state()).isEqualTo(RouteState.RUNNING);
        }
    }

    private static TranslationStream serve(String application, String... routes) {
        var config = ServeConfig.read(ConfigReader.of(
                "test",
                Map.of(
                        "application-id",
                        application,
                        "dead-letters",
                        application + ".dead",
                        "kafka",
                        broker.settings(SecuredBroker.SERVICE),
                        "routes",
                        Stream.of(routes)
                                .map(name -> Map.of("from", name + "-in", "to", name + "-out", "model", "unused"))
                                .toList())));
        return TranslationStream.start(config, route -> new UpperCaseTranslator(), false);
    }

    private static RouteStatus status(TranslationStream stream, String route) {
        return stream.routes().stream()
                .filter(status -> status.name().equals(route))
                .findFirst()
                .orElseThrow();
    }

    private static String reason(TranslationStream stream, String route) {
        return status(stream, route).lastFailure().orElseThrow().reason();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(90, TimeUnit.SECONDS).until(condition);
    }

    private static void topics(Map<String, String> settings, String... names) throws Exception {
        admin.createTopics(Arrays.stream(names)
                        .map(name -> new NewTopic(name, Optional.of(1), Optional.empty()).configs(settings))
                        .toList())
                .all()
                .get();
    }

    private static void read(String... topics) throws Exception {
        for (var topic : topics) {
            allow(ResourceType.TOPIC, topic, PatternType.LITERAL, AclOperation.READ, AclOperation.DESCRIBE_CONFIGS);
        }
    }

    private static void write(String... topics) throws Exception {
        for (var topic : topics) {
            allow(ResourceType.TOPIC, topic, PatternType.LITERAL, AclOperation.WRITE, AclOperation.DESCRIBE_CONFIGS);
        }
    }

    private static void allowGroups(String prefix) throws Exception {
        allow(ResourceType.GROUP, prefix, PatternType.PREFIXED, AclOperation.READ);
        allow(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED, AclOperation.WRITE);
    }

    private static void allow(ResourceType type, String name, PatternType pattern, AclOperation... operations)
            throws Exception {
        admin.createAcls(Arrays.stream(operations)
                        .map(operation -> binding(type, name, pattern, operation))
                        .toList())
                .all()
                .get();
    }

    private static AclBinding binding(ResourceType type, String name, PatternType pattern, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + SecuredBroker.SERVICE, "*", operation, AclPermissionType.ALLOW));
    }

    private static void send(String topic, String key, String value) throws Exception {
        var settings = new HashMap<String, Object>(broker.settings(SecuredBroker.ADMIN));
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, key == null ? null : bytes(key), bytes(value)))
                    .get();
        }
    }

    private static List<String> texts(String topic, int count) {
        return read(topic, count).stream().map(record -> text(record.value())).toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
        var settings = new HashMap<String, Object>(broker.settings(SecuredBroker.ADMIN));
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            Awaitility.await().atMost(90, TimeUnit.SECONDS).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return records.size() >= count;
            });
            return records;
        }
    }
}
