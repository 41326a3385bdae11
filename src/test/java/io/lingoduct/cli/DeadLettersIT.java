package io.lingoduct.cli;

import static io.lingoduct.streams.BrokerKit.bytes;
import static io.lingoduct.streams.BrokerKit.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.streams.BrokerKit;
import io.lingoduct.streams.deadletter.DeadLetters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters listed and sent back, on a real broker. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DeadLettersIT {

    private static final String CAUSE = "not UTF-8 at byte 3 of the text";

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
    void shouldListWhereLettersCameFromAndWhyWithoutTheirTexts() throws Exception {
        broker.createTopics(1, "listed");
        broker.send(List.of(letter("listed", "orders", 3, CAUSE, "secret")));

        var run = deadLetters("--list", "--topic=listed");

        assertThat(run.status()).isZero();
        assertThat(run.out().lines())
                .hasSize(2)
                .first()
                .asString()
                .matches("TOPIC +PARTITION +OFFSET +TIME +STAGE +EXCEPTION +MESSAGE");
        assertThat(run.out())
                .containsPattern("orders +3 +42 +\\S+Z +to-de +MalformedMessageException +" + CAUSE)
                .doesNotContain("secret", "key");
        assertThat(run.err()).isEqualToIgnoringNewLines("Dead letters shown: 1");
    }

    @Test
    void shouldListAsJsonAndWithValuesIfAsked() throws Exception {
        broker.createTopics(1, "json");
        broker.send(List.of(letter("json", "orders", 3, CAUSE, "secret")));

        assertThat(deadLetters("--list", "--topic=json", "--json").out())
                .contains("\"topic\":\"orders\",\"partition\":3,\"offset\":42", "\"message\":\"" + CAUSE + "\"")
                .doesNotContain("secret");
        assertThat(deadLetters("--list", "--topic=json", "--json", "--show-values")
                        .out())
                .contains("\"key\":\"key\",\"value\":\"secret\"");
    }

    @Test
    void shouldListOnlyWhatTheFiltersChoose() throws Exception {
        broker.createTopics(1, "filtered");
        broker.send(List.of(letter("filtered", "a", 0, "too long", "v"), letter("filtered", "b", 0, "too large", "v")));

        assertThat(deadLetters("--list", "--topic=filtered", "--cause=l[ao]r").out())
                .contains("too large")
                .doesNotContain("too long");
        assertThat(deadLetters("--list", "--topic=filtered", "--from-topic=a").out())
                .contains("too long")
                .doesNotContain("too large");
        assertThat(deadLetters("--list", "--topic=filtered", "--since=1h").out())
                .contains("too long", "too large");
        assertThat(deadLetters("--list", "--topic=filtered", "--since=2999-01-01")
                        .out())
                .isEmpty();
    }

    @Test
    void shouldSendLettersBackOnce() throws Exception {
        broker.createTopics(2, "back", "back.letters");
        broker.send(IntStream.range(0, 100)
                .mapToObj(number -> letter("back.letters", "back", number % 2, CAUSE, "value-" + number))
                .toList());

        assertThat(deadLetters("--replay", "--topic=back.letters", "--dry-run").err())
                .contains("Would replay: 100", "to back: 100");
        assertThat(broker.countWritten("back")).isZero();
        var run = deadLetters("--replay", "--topic=back.letters");
        var again = deadLetters("--replay", "--topic=back.letters");

        assertThat(run.status()).isZero();
        assertThat(run.err().lines()).containsExactly("Replayed: 100", "  to back: 100");
        assertThat(again.err()).isEqualToIgnoringNewLines("Replayed: 0");
        assertThat(broker.countWritten("back")).isEqualTo(100);
        assertThat(broker.read("back", 100)).hasSize(100).allSatisfy(message -> {
            assertThat(text(message.key())).isEqualTo("key");
            assertThat(message.headers()).singleElement().satisfies(header -> {
                assertThat(header.key()).isEqualTo("own");
                assertThat(text(header.value())).isEqualTo("header");
            });
            assertThat(Integer.parseInt(text(message.value()).substring(6)) % 2).isEqualTo(message.partition());
        });
    }

    @Test
    void shouldReplayLaterWhatAFilterHasPassedOver() throws Exception {
        broker.createTopics(1, "parts", "parts.letters");
        broker.send(IntStream.range(0, 20)
                .mapToObj(number -> letter("parts.letters", "parts", 0, "cause " + number % 4, "value-" + number))
                .toList());

        deadLetters("--replay", "--topic=parts.letters", "--cause=cause 1");
        deadLetters("--replay", "--topic=parts.letters", "--cause=cause [13]");
        var rest = deadLetters("--replay", "--topic=parts.letters");

        assertThat(rest.err()).startsWith("Replayed: 10, replayed before: 10");
        assertThat(broker.read("parts", 20))
                .extracting(message -> text(message.value()))
                .doesNotHaveDuplicates();
        assertThat(broker.countWritten("parts")).isEqualTo(20);
    }

    @Test
    void shouldSendOnceWhatAnInterruptedReplayHadSentWithoutCommitting() throws Exception {
        broker.createTopics(1, "torn", "torn.letters");
        broker.send(
                List.of(letter("torn.letters", "torn", 0, CAUSE, "a"), letter("torn.letters", "torn", 0, CAUSE, "b")));
        var name = "lingoduct-replay-torn.letters";
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", name, "group.id", name);
        try (var killed = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
                var group = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            killed.initTransactions();
            killed.beginTransaction();
            killed.send(new ProducerRecord<>("torn", bytes("a"))).get();
            killed.sendOffsetsToTransaction(
                    Map.of(new TopicPartition("torn.letters", 0), new OffsetAndMetadata(1)), group.groupMetadata());

            assertThat(deadLetters("--replay", "--topic=torn.letters").err()).startsWith("Replayed: 2");
            killed.close(Duration.ZERO);
        }

        assertThat(broker.read("torn", 2))
                .extracting(message -> text(message.value()))
                .containsExactly("a", "b");
    }

    @Test
    void shouldSendEachLetterOnceThoughReplaysAreKilled(@TempDir Path folder) throws Exception {
        int letters = 5_000;
        broker.createTopics(2, "killed", "killed.letters");
        broker.send(IntStream.range(0, letters)
                .mapToObj(number -> letter("killed.letters", "killed", number % 2, CAUSE, "value-" + number))
                .toList());
        var small = Files.writeString(folder.resolve("small.properties"), "consumer.max.poll.records=10");

        for (int kill = 1; kill <= 3; kill++) {
            var process = ToolsKit.start(
                    folder.resolve("log"),
                    "dead-letters",
                    "--replay",
                    "--topic=killed.letters",
                    "--kafka-config=" + small,
                    "--bootstrap-servers=" + broker.bootstrapServers());
            broker.read("killed", kill * 300);
            assertThat(process.isAlive()).isTrue();
            process.destroyForcibly().waitFor();
        }
        deadLetters("--replay", "--topic=killed.letters");

        assertThat(broker.countWritten("killed")).isGreaterThanOrEqualTo(letters);
        assertThat(broker.read("killed", letters + 1, Duration.ofSeconds(2)))
                .hasSize(letters)
                .extracting(message -> text(message.value()))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldTellWhatCouldNotGoBack() throws Exception {
        broker.createTopics(1, "lost.letters");
        broker.send(List.of(
                letter("lost.letters", "gone", 0, CAUSE, "a"), new ProducerRecord<>("lost.letters", bytes("foreign"))));

        var run = deadLetters("--replay", "--topic=lost.letters");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains("Replayed: 0", "there is no topic gone: 1", "no header names the original topic: 1");
    }

    @Test
    void shouldFindTheTopicInTheConfiguration(@TempDir Path folder) throws Exception {
        broker.createTopics(1, "app.dead-letters");
        broker.send(List.of(letter("app.dead-letters", "orders", 0, CAUSE, "v")));
        var file = Files.writeString(
                folder.resolve("lingoduct.yaml"),
                """
                application-id: app
                kafka:
                  bootstrap.servers: %s
                routes:
                  - from: a
                    to: b
                    model: unused
                """
                        .formatted(broker.bootstrapServers()));

        assertThat(ToolsKit.run(DeadLettersCommand::new, "", "--list", "--config=" + file)
                        .out())
                .contains("orders");
    }

    @Test
    void shouldRefuseOptionsThatDoNotGoTogether() {
        assertThat(deadLetters("--list").err()).contains("--topic or --config");
        assertThat(deadLetters("--list", "--topic=a", "--dry-run").err()).contains("go with --replay");
        assertThat(deadLetters("--replay", "--topic=a", "--json").err()).contains("go with --list");
        assertThat(deadLetters("--list", "--topic=a", "--since=soon").status()).isEqualTo(2);
    }

    private static ToolsKit.Run deadLetters(String... args) {
        var all = new ArrayList<>(List.of(args));
        all.add("--bootstrap-servers=" + broker.bootstrapServers());
        return ToolsKit.run(DeadLettersCommand::new, "", all.toArray(String[]::new));
    }

    private static ProducerRecord<byte[], byte[]> letter(
            String topic, String from, int partition, String cause, String value) {
        var letter = new ProducerRecord<>(topic, null, System.currentTimeMillis(), bytes("key"), bytes(value));
        letter.headers()
                .add("own", bytes("header"))
                .add(DeadLetters.TOPIC, bytes(from))
                .add(DeadLetters.PARTITION, bytes(Integer.toString(partition)))
                .add(DeadLetters.OFFSET, bytes("42"))
                .add(DeadLetters.EXCEPTION, bytes("io.lingoduct.serde.MalformedMessageException"))
                .add(DeadLetters.MESSAGE, bytes(cause))
                .add(DeadLetters.NODE, bytes("to-de"));
        return letter;
    }
}
