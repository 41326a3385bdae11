package io.lingoduct.streams;

import static io.lingoduct.streams.BrokerKit.bytes;
import static io.lingoduct.streams.BrokerKit.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.config.ConfigReader;
import io.lingoduct.serde.ModelStamp;
import io.lingoduct.service.Guarantee;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.deadletter.DeadLetters;
import io.lingoduct.streams.message.ModelHeaders;
import io.lingoduct.streams.message.UpperCaseTranslator;
import io.lingoduct.streams.output.LoneSend;
import io.lingoduct.streams.output.RecordSize;
import io.lingoduct.streams.quality.Judgement;
import io.lingoduct.streams.status.RouteState;
import io.lingoduct.streams.status.RouteStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Records that a broker refuses, among others that it takes. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class RefusedRecordsIT {

    private static final long NOW = System.currentTimeMillis();

    private static BrokerKit broker;

    private TranslationStream stream;

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
        if (stream != null) {
            stream.close();
        }
    }

    @Test
    void shouldMakeDeadLettersOfMessagesWithoutAKeyWhereOutputAndDeadLettersAreCompacted() throws Exception {
        broker.createTopics(1, "compacted-in");
        broker.createTopics(1, Map.of("cleanup.policy", "compact"), "compacted-out", "compacted.dead-letters");
        broker.send(List.of(
                record("compacted-in", "a", "one", NOW),
                record("compacted-in", null, "two", NOW),
                new ProducerRecord<byte[], byte[]>("compacted-in", 0, NOW, null, null, List.of()),
                record("compacted-in", "b", "three", NOW)));

        serve("compacted", "exactly-once");

        assertThat(texts("compacted-out", 2)).containsExactly("ONE", "THREE");
        assertThat(broker.read("compacted.dead-letters", 2))
                .extracting(record -> header(record, DeadLetters.OFFSET))
                .containsExactly("1", "2");
        assertRunning();
    }

    @Test
    void shouldMakeDeadLettersOfTimestampsThatTheOutputRefuses() throws Exception {
        long hour = Duration.ofHours(1).toMillis();
        broker.createTopics(
                1,
                Map.of(
                        "message.timestamp.after.max.ms", Long.toString(100 * hour),
                        "message.timestamp.before.max.ms", Long.toString(1000 * hour)),
                "times-in");
        broker.createTopics(1, Map.of("message.timestamp.before.max.ms", Long.toString(hour)), "times-out");
        broker.createTopics(1, Map.of("message.timestamp.before.max.ms", Long.toString(hour)), "times.dead-letters");
        broker.send(List.of(
                record("times-in", "k", "now", NOW),
                record("times-in", "k", "too old", NOW - 2 * hour),
                record("times-in", "k", "too far ahead", NOW + 2 * hour),
                record("times-in", "k", "now again", NOW)));

        serve("times", "exactly-once");

        assertThat(texts("times-out", 2)).containsExactly("NOW", "NOW AGAIN");
        assertThat(broker.read("times.dead-letters", 2))
                .extracting(record -> header(record, DeadLetters.ORIGINAL_TIMESTAMP))
                .containsExactly(Long.toString(NOW - 2 * hour), Long.toString(NOW + 2 * hour));
        assertRunning();
    }

    @Test
    void shouldTakeWhatFitsToTheLastByteAndRefuseOneByteMore() throws Exception {
        int limit = 2_000;
        broker.createTopics(1, "byte-in", "byte.dead-letters");
        broker.createTopics(1, Map.of("max.message.bytes", Integer.toString(limit)), "byte-out");
        var headers = ModelHeaders.with(
                new RecordHeaders(), new ModelStamp("upper-case", "1", "en", "de"), Judgement.UNKNOWN);
        int room = limit - (int) RecordSize.of(bytes("k"), new byte[0], headers);
        // The length of the value takes a byte more from 64 bytes on, and so does that of the record.
        while (RecordSize.of(bytes("k"), new byte[room], headers) > limit) {
            room--;
        }
        var fits = "x".repeat(room);
        broker.send(List.of(
                record("byte-in", "k", fits, NOW),
                record("byte-in", "k", fits + "y", NOW),
                new ProducerRecord<>(
                        "byte-in", 0, NOW, bytes("k"), bytes(fits), List.of(new RecordHeader("one", new byte[0]))),
                record("byte-in", "k", "small", NOW)));

        serve("byte", "exactly-once");

        assertThat(texts("byte-out", 2)).containsExactly(fits.toUpperCase(Locale.ROOT), "SMALL");
        assertThat(broker.read("byte.dead-letters", 2))
                .extracting(record -> header(record, DeadLetters.OFFSET))
                .containsExactly("1", "2");
        assertRunning();
    }

    @Test
    void shouldNotMakeBatchesThatAreLargerThanTheOutputTakes() throws Exception {
        broker.createTopics(1, "batches-in", "batches.dead-letters");
        broker.createTopics(1, Map.of("max.message.bytes", "1000"), "batches-out");
        var records = IntStream.range(0, 500)
                .mapToObj(i -> record("batches-in", "k", "message " + i, NOW))
                .toList();
        broker.send(records);

        serve("batches", "exactly-once");

        assertThat(texts("batches-out", 500)).hasSize(500).doesNotHaveDuplicates();
        assertThat(broker.countWritten("batches.dead-letters")).isZero();
    }

    @Test
    void shouldFollowATopicWhoseSettingsAreChangedWhileItIsWrittenTo() throws Exception {
        for (var guarantee : List.of("exactly-once", "at-least-once")) {
            var name = "changed-" + guarantee;
            broker.createTopics(1, name + "-in", name + "-out", name + ".dead-letters");
            broker.send(List.of(record(name + "-in", null, "before", NOW)));
            serve(name, guarantee);
            assertThat(texts(name + "-out", 1)).containsExactly("BEFORE");

            set(name + "-out", "cleanup.policy", "compact");
            var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
            for (int i = 0; i < 50; i++) {
                records.add(record(name + "-in", i % 10 == 5 ? null : "k" + i, "text " + i, NOW));
            }
            broker.send(records);

            assertThat(texts(name + "-out", 46)).hasSize(46).doesNotHaveDuplicates();
            assertThat(broker.read(name + ".dead-letters", 5))
                    .extracting(record -> text(record.value()))
                    .containsExactly("text 5", "text 15", "text 25", "text 35", "text 45");
            assertRunning();
            stream.close();
        }
    }

    @Test
    void shouldAskABrokerAboutARecordAloneWithoutLettingAnybodySeeIt() throws Exception {
        broker.createTopics(1, Map.of("cleanup.policy", "compact"), "alone-out");
        var alone =
                new LoneSend(Map.of("bootstrap.servers", broker.bootstrapServers()), Guarantee.EXACTLY_ONCE, "alone");

        assertThat(alone.refusal(record("alone-out", null, "no key", NOW))).isPresent();
        assertThat(alone.refusal(record("alone-out", "key", "with a key", NOW))).isEmpty();
        assertThat(broker.read("alone-out", 1, Duration.ofSeconds(2))).isEmpty();
    }

    /** A few kilobytes on the wire, and a heap of zeros in whoever reads it. */
    @Test
    void shouldBeKeptFromCompressionBombsByATopicThatStoresWhatItTakesUncompressed() throws Exception {
        broker.createTopics(1, "bomb-open");
        broker.createTopics(1, Map.of("compression.type", "uncompressed"), "bomb-closed");
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "compression.type",
                "zstd",
                "max.request.size",
                100 << 20,
                "buffer.memory",
                200L << 20);
        var zeros = new byte[50 << 20];
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            assertThat(producer.send(new ProducerRecord<>("bomb-open", zeros))
                            .get()
                            .hasOffset())
                    .isTrue();
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("bomb-closed", zeros))
                            .get())
                    .hasCauseInstanceOf(RecordTooLargeException.class);
        }
    }

    private void serve(String application, String guarantee) {
        stream = TranslationStream.start(
                ServeConfig.read(ConfigReader.of(
                        "test",
                        Map.of(
                                "application-id",
                                application,
                                "guarantee",
                                guarantee,
                                "kafka",
                                Map.of("bootstrap.servers", broker.bootstrapServers()),
                                "routes",
                                List.of(Map.of(
                                        "from", application + "-in", "to", application + "-out", "model", "unused"))))),
                route -> new UpperCaseTranslator(),
                false);
    }

    private void assertRunning() {
        assertThat(stream.routes()).extracting(RouteStatus::state).containsOnly(RouteState.RUNNING);
    }

    private static void set(String topic, String key, String value) throws Exception {
        try (var admin = broker.admin()) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    private static List<String> texts(String topic, int count) throws Exception {
        return broker.read(topic, count).stream()
                .map(record -> text(record.value()))
                .toList();
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, String key, String value, long timestamp) {
        return new ProducerRecord<>(
                topic,
                0,
                timestamp,
                Optional.ofNullable(key).map(BrokerKit::bytes).orElse(null),
                bytes(value));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return text(record.headers().lastHeader(name).value());
    }
}
