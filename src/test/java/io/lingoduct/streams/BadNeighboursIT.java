package io.lingoduct.streams;

import static io.lingoduct.streams.BrokerKit.bytes;
import static io.lingoduct.streams.BrokerKit.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.avro.TranslationRequest;
import io.lingoduct.config.ConfigReader;
import io.lingoduct.registry.RegistryServer;
import io.lingoduct.registry.RegistrySettings;
import io.lingoduct.registry.SchemaRegistry;
import io.lingoduct.serde.avro.framing.ConfluentFrames;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.message.UpperCaseTranslator;
import io.lingoduct.streams.status.RouteState;
import io.lingoduct.streams.status.RouteStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages that nobody can translate among those that anybody can, in every format; and a registry that goes away. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BadNeighboursIT {

    private static final int EACH = 5_000;
    private static final int LARGE = 20;
    private static final Schema WITHOUT_TEXT = SchemaBuilder.record("TranslationRequest")
            .namespace("io.lingoduct.avro")
            .fields()
            .requiredInt("text")
            .endRecord();
    private static final List<String> ROUTES = List.of("text", "json", "avro");

    private static BrokerKit broker;
    private static RegistryServer registry;
    private static int requestId;
    private static int wrongId;

    private final Random random = new Random(7);

    @BeforeAll
    static void start() throws IOException {
        broker = new BrokerKit();
        registry = RegistryServer.start();
        var client = new SchemaRegistry(RegistrySettings.of(registry.url()));
        requestId = client.register("requests", TranslationRequest.getClassSchema());
        wrongId = client.register("wrong", WITHOUT_TEXT);
    }

    @AfterAll
    static void stop() {
        registry.close();
        broker.close();
    }

    @Test
    void shouldTranslateAllThatIsGoodAndKeepAllThatIsNot() throws Exception {
        broker.createTopics(2, "mix-text", "mix-json", "mix-avro");
        broker.createTopics(2, Map.of("max.message.bytes", "500000"), "mix-text-de");
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        IntStream.range(0, EACH).forEach(number -> records.add(good(number)));
        IntStream.range(0, EACH).forEach(number -> records.add(bad(number)));
        Collections.shuffle(records, random);

        try (var stream = serve("mix")) {
            broker.send(records);
            var outputs = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            for (int route = 0; route < ROUTES.size(); route++) {
                int expected = (EACH - route + ROUTES.size() - 1) / ROUTES.size();
                outputs.addAll(broker.read("mix-" + ROUTES.get(route) + "-de", expected));
            }
            assertThat(keys(outputs)).containsExactlyInAnyOrderElementsOf(keys("good"));
            var dead = broker.read("mix.dead-letters", EACH);
            assertThat(keys(dead)).containsExactlyInAnyOrderElementsOf(keys("bad"));
            assertThat(stream.routes()).extracting(RouteStatus::state).containsOnly(RouteState.RUNNING);
            assertThat(stream.figures().deadLettered()).isEqualTo(EACH);
            System.out.printf(
                    "%,d good messages translated, %,d malformed ones in the dead letters, none of them twice%n",
                    outputs.size(), dead.size());
        }
    }

    @Test
    void shouldWaitForARegistryThatIsAway() throws Exception {
        broker.createTopics(1, "away-text", "away-json", "away-avro");
        try (var stream = serve("away")) {
            registry.faults().setOutage(true);
            // An id that is not known yet: it has to be asked for.
            broker.send(List.of(
                    new ProducerRecord<>("away-avro", bytes("one"), request(requestId, "hello")),
                    new ProducerRecord<>("away-avro", bytes("two"), request(requestId, "world"))));
            assertThat(broker.read("away-avro-de", 1, Duration.ofSeconds(8))).isEmpty();
            registry.faults().setOutage(false);

            assertThat(broker.read("away-avro-de", 2))
                    .extracting(record -> text(record.key()))
                    .containsExactly("one", "two");
            assertThat(stream.figures().deadLettered()).isZero();
        }
    }

    private static List<String> keys(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(record -> text(record.key())).toList();
    }

    private static List<String> keys(String kind) {
        return IntStream.range(0, EACH).mapToObj(number -> kind + " " + number).toList();
    }

    private static ProducerRecord<byte[], byte[]> good(int number) {
        var text = "message " + number;
        var route = ROUTES.get(number % ROUTES.size());
        var value =
                switch (route) {
                    case "text" -> bytes(text);
                    case "json" -> bytes("{\"text\": \"" + text + "\", \"n\": " + number + "}");
                    default -> request(requestId, text);
                };
        return new ProducerRecord<>("mix-" + route, bytes("good " + number), value);
    }

    private ProducerRecord<byte[], byte[]> bad(int number) {
        var key = bytes("bad " + number);
        if (number < LARGE) {
            return new ProducerRecord<>("mix-text", key, bytes("x".repeat(1_000_000)));
        }
        var kinds = kinds(number);
        var kind = kinds.get(number % kinds.size());
        return new ProducerRecord<>("mix-" + kind.route, key, kind.value.get());
    }

    private record Kind(String route, Supplier<byte[]> value) {}

    private List<Kind> kinds(int number) {
        var json = bytes("{\"text\": \"message\"}");
        var request = request(requestId, "message " + number);
        return List.of(
                new Kind("text", () -> new byte[] {'a', (byte) 0xC3}),
                new Kind("json", () -> noise((byte) 0xFF)),
                new Kind("json", () -> Arrays.copyOf(json, 1 + random.nextInt(json.length - 1))),
                new Kind("json", () -> bytes("{\"text\": " + number + "}")),
                new Kind("json", () -> new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'}),
                new Kind("avro", () -> noise((byte) 'X')),
                new Kind("avro", () -> Arrays.copyOf(request, random.nextInt(request.length))),
                new Kind("avro", () -> request(100_000 + number, "message")),
                new Kind("avro", () -> ConfluentFrames.frame(wrongId, new byte[] {14})),
                new Kind("avro", () -> ConfluentFrames.frame(requestId, new byte[] {4, 'a', (byte) 0xFF, 0})));
    }

    private byte[] noise(byte first) {
        var value = new byte[1 + random.nextInt(60)];
        random.nextBytes(value);
        value[0] = first;
        return value;
    }

    private static byte[] request(int schemaId, String text) {
        try {
            var out = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            new SpecificDatumWriter<>(TranslationRequest.class).write(new TranslationRequest(text, Map.of()), encoder);
            return ConfluentFrames.frame(schemaId, out.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
    }

    private static TranslationStream serve(String name) {
        var routes = Stream.of(
                        "{from: %1$s-text, to: %1$s-text-de, model: m}",
                        "{from: %1$s-json, to: %1$s-json-de, model: m, format: json, fields: [text]}",
                        "{from: %1$s-avro, to: %1$s-avro-de, model: m, format: avro}")
                .map(route -> "  - " + route.formatted(name) + "\n")
                .toList();
        var config = ServeConfig.read(ConfigReader.parse(
                name,
                """
                application-id: %s
                # The group waits so long for the thread that a failure has ended.
                kafka: {bootstrap.servers: "%s", session.timeout.ms: 6000, heartbeat.interval.ms: 1500}
                registry: {url: "%s", timeout-ms: 500, retries: 1}
                routes:
                %s"""
                        .formatted(name, broker.bootstrapServers(), registry.url(), String.join("", routes))));
        return TranslationStream.start(config, route -> new UpperCaseTranslator(), true);
    }
}
