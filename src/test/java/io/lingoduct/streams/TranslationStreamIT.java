package io.lingoduct.streams;

import static io.lingoduct.streams.BrokerKit.bytes;
import static io.lingoduct.streams.BrokerKit.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.avro.TranslationRequest;
import io.lingoduct.config.ConfigReader;
import io.lingoduct.engine.EngineOptions;
import io.lingoduct.engine.SegmentingTextTranslator;
import io.lingoduct.engine.TranslationEngine;
import io.lingoduct.model.TestBundles;
import io.lingoduct.model.runtime.OnnxTranslator;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.deadletter.DeadLetters;
import io.lingoduct.streams.fault.MessageTooLargeException;
import io.lingoduct.streams.fault.StreamStartException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream on a real broker with a real model, one that upper-cases. */
class TranslationStreamIT {

    @TempDir
    private static Path folder;

    private static BrokerKit broker;
    private static OnnxTranslator translator;
    private static TranslationEngine engine;

    private TranslationStream stream;

    @BeforeAll
    static void start() {
        broker = new BrokerKit();
        translator = OnnxTranslator.load(TestBundles.greedy().write(folder.resolve("model")));
        engine = new TranslationEngine(translator, EngineOptions.defaults());
    }

    @AfterAll
    static void stop() {
        engine.close();
        translator.close();
        broker.close();
    }

    @AfterEach
    void stopStream() {
        if (stream != null) {
            stream.close();
        }
    }

    @Test
    void shouldTranslateTexts() throws Exception {
        broker.createTopics(2, "text-in", "text-out", "text.dead-letters");
        broker.send(List.of(record("text-in", 0, "hello"), record("text-in", 1, "good morning.\n\nhow are you?")));

        serve("text", route("text-in", "text-out", "text"));
        assertThat(broker.read("text-out", 2))
                .extracting(record -> record.partition() + " " + text(record.value()))
                .containsExactlyInAnyOrder("0 HELLO", "1 GOOD MORNING.\n\nHOW ARE YOU?");
        assertThat(stream.figures().translated()).isEqualTo(2);
    }

    @Test
    void shouldTranslateAvroRequests() throws Exception {
        broker.createTopics(1, "avro-in", "avro-out", "avro.dead-letters");
        broker.send(List.of(new ProducerRecord<>("avro-in", 0, null, request("hello", Map.of("id", "17")))));

        serve("avro", route("avro-in", "avro-out", "avro"));
        assertThat(broker.read("avro-out", 1))
                .singleElement()
                .extracting(record -> text(record.value()))
                .asString()
                .contains("HELLO", "upper-case", "17");
    }

    @Test
    void shouldTranslateTheGoodAmongBadTexts() throws Exception {
        broker.createTopics(1, "mixed-in", "mixed-out", "mixed.dead-letters");
        var huge = "a long text. ".repeat(100_000 / 13);
        broker.send(List.of(
                record("mixed-in", 0, "one"),
                new ProducerRecord<>("mixed-in", 0, bytes("k"), new byte[] {(byte) 0xC3, 0x28}),
                record("mixed-in", 0, ""),
                record("mixed-in", 0, "broken " + TestBundles.POISON),
                record("mixed-in", 0, huge),
                new ProducerRecord<>("mixed-in", 0, bytes("k"), null),
                record("mixed-in", 0, "two")));

        serve("mixed", route("mixed-in", "mixed-out", "text"));
        assertThat(broker.read("mixed-out", 5))
                .extracting(record -> record.value() == null ? null : text(record.value()))
                .containsExactly("ONE", "", huge.toUpperCase(Locale.ROOT), null, "TWO");
        assertThat(broker.read("mixed.dead-letters", 2))
                .extracting(record -> header(record, DeadLetters.OFFSET))
                .containsExactly("1", "3");
    }

    @Test
    void shouldTranslateTheGoodAmongBadAvro() throws Exception {
        broker.createTopics(1, "bad-avro-in", "bad-avro-out", "bad-avro.dead-letters");
        var good = request("hello", Map.of());
        var unknown = good.clone();
        unknown[5] ^= 1;
        broker.send(List.of(
                new ProducerRecord<>("bad-avro-in", 0, null, good),
                new ProducerRecord<>("bad-avro-in", 0, null, bytes("not avro")),
                new ProducerRecord<>("bad-avro-in", 0, null, Arrays.copyOf(good, good.length - 3)),
                new ProducerRecord<>("bad-avro-in", 0, null, unknown),
                new ProducerRecord<>("bad-avro-in", 0, null, good)));

        serve("bad-avro", route("bad-avro-in", "bad-avro-out", "avro"));
        assertThat(broker.read("bad-avro-out", 2)).hasSize(2);
        assertThat(broker.read("bad-avro.dead-letters", 3))
                .extracting(record -> header(record, DeadLetters.MESSAGE))
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("C3 01"),
                        reason -> assertThat(reason).contains("truncated"),
                        reason -> assertThat(reason).contains("fingerprint"));
    }

    @Test
    void shouldWriteADeadLetterForATranslationLargerThanItsTopicTakes() throws Exception {
        broker.createTopics(1, "large-in");
        broker.createTopics(1, Map.of("max.message.bytes", "2000"), "large-out");
        broker.createTopics(1, "large.dead-letters");
        broker.send(List.of(record("large-in", 0, "x ".repeat(2000)), record("large-in", 0, "two")));

        serve("large", route("large-in", "large-out", "text"));
        assertThat(broker.read("large-out", 1))
                .extracting(record -> text(record.value()))
                .containsExactly("TWO");
        assertThat(broker.read("large.dead-letters", 1))
                .extracting(record -> header(record, DeadLetters.EXCEPTION))
                .containsExactly(MessageTooLargeException.class.getName());
    }

    @Test
    void shouldServeSeveralRoutesThatShareAnInput() throws Exception {
        broker.createTopics(1, "shared-in", "shared-a", "shared-b", "shared.dead-letters");
        broker.send(List.of(record("shared-in", 0, "hello")));

        serve(
                "shared",
                List.of(
                        route("shared-in", "shared-a", "text").get(0),
                        route("shared-in", "shared-b", "text").get(0)));
        assertThat(broker.read("shared-a", 1)).hasSize(1);
        assertThat(broker.read("shared-b", 1)).hasSize(1);
    }

    @Test
    void shouldFillBatchesFromPolledRecords() throws Exception {
        broker.createTopics(2, "many-in", "many-out", "many.dead-letters");
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (int i = 0; i < 4000; i++) {
            records.add(record("many-in", i % 2, "message " + i));
        }
        broker.send(records);
        var before = engine.stats();

        serve("many", route("many-in", "many-out", "text"));
        assertThat(broker.read("many-out", records.size())).hasSize(records.size());
        assertThat(stream.figures().prefetched()).isEqualTo(records.size());
        var after = engine.stats();
        double perBatch = (double) (after.segments() - before.segments()) / (after.batches() - before.batches());
        System.out.printf("%d messages in batches of %.1f on average%n", records.size(), perBatch);
        assertThat(perBatch).isGreaterThan(10);
    }

    @Test
    void shouldLeaveTheGroupWhenClosed() throws Exception {
        broker.createTopics(1, "left-in", "left-out", "left.dead-letters");
        serve("left", route("left-in", "left-out", "text")).close();

        try (var admin = broker.admin()) {
            var group = admin.describeConsumerGroups(List.of("left-left-out"))
                    .all()
                    .get()
                    .get("left-left-out");
            assertThat(group.members()).isEmpty();
        }
    }

    @Test
    void shouldNameAnInputTopicThatDoesNotExist() {
        assertThatThrownBy(() -> serve("absent", route("absent-in", "absent-out", "text")))
                .isInstanceOf(StreamStartException.class)
                .hasMessage("no such input topic at " + broker.bootstrapServers() + ": absent-in");
    }

    @Test
    void shouldHintAtTheOptionThatCreatesMissingOutputTopics() throws Exception {
        broker.createTopics(1, "hint-in");

        assertThatThrownBy(() -> serve("hint", route("hint-in", "hint-out", "text")))
                .isInstanceOf(StreamStartException.class)
                .hasMessageContaining("hint-out, hint.dead-letters")
                .hasMessageContaining("--create-topics");
    }

    @Test
    void shouldCreateOutputTopicsWithThePartitionsOfTheInput() throws Exception {
        broker.createTopics(3, "new-in");

        stream = TranslationStream.start(
                config(broker.bootstrapServers(), "new", route("new-in", "new-out", "text")),
                route -> new SegmentingTextTranslator(engine),
                true);
        try (var admin = broker.admin()) {
            var topics = admin.describeTopics(List.of("new-out", "new.dead-letters"))
                    .allTopicNames()
                    .get();
            assertThat(topics.values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(3));
        }
    }

    @Test
    void shouldNameASettingThatKafkaRefuses() {
        var config = ServeConfig.read(ConfigReader.of(
                "test",
                Map.of(
                        "application-id",
                        "odd",
                        "kafka",
                        Map.of("bootstrap.servers", broker.bootstrapServers(), "num.stream.threads", "many"),
                        "routes",
                        route("a", "b", "text"))));

        assertThatThrownBy(() -> TranslationStream.start(config, route -> new SegmentingTextTranslator(engine), false))
                .isInstanceOf(StreamStartException.class)
                .hasMessageContaining("num.stream.threads");
    }

    @Test
    void shouldGiveUpOnABrokerThatDoesNotAnswer() {
        var config = config("127.0.0.1:9", "nobody", route("a", "b", "text"));

        assertThatThrownBy(() -> TranslationStream.start(config, route -> new SegmentingTextTranslator(engine), false))
                .isInstanceOf(StreamStartException.class)
                .hasMessage("no broker answers at 127.0.0.1:9 within 10 s");
    }

    private TranslationStream serve(String application, List<Map<String, String>> routes) {
        stream = TranslationStream.start(
                config(broker.bootstrapServers(), application, routes),
                route -> new SegmentingTextTranslator(engine),
                false);
        return stream;
    }

    private static ServeConfig config(String bootstrapServers, String application, List<Map<String, String>> routes) {
        return ServeConfig.read(ConfigReader.of(
                "test",
                Map.of(
                        "application-id",
                        application,
                        "kafka",
                        Map.of("bootstrap.servers", bootstrapServers),
                        "routes",
                        routes)));
    }

    private static List<Map<String, String>> route(String from, String to, String format) {
        return List.of(Map.of("from", from, "to", to, "model", "unused", "format", format));
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, int partition, String text) {
        return new ProducerRecord<>(topic, partition, null, bytes(text));
    }

    private static byte[] request(String text, Map<String, String> metadata) throws IOException {
        var buffer = TranslationRequest.getEncoder().encode(new TranslationRequest(text, metadata));
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return text(record.headers().lastHeader(name).value());
    }
}
