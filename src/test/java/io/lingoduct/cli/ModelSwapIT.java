package io.lingoduct.cli;

import static io.lingoduct.streams.BrokerKit.bytes;
import static io.lingoduct.streams.BrokerKit.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.avro.Translation;
import io.lingoduct.avro.TranslationRequest;
import io.lingoduct.model.TestBundles;
import io.lingoduct.streams.BrokerKit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A serving process whose model is replaced while messages come without a pause. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class ModelSwapIT {

    private static final int PARTITIONS = 4;
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String TEXT = "message of some length";
    /** By version: whole, cut after half of its tokens, whole again. */
    private static final Map<String, Integer> LENGTHS = Map.of("1", TEXT.length(), "2", 10, "3", TEXT.length());

    private static final BinaryMessageDecoder<GenericRecord> TRANSLATIONS =
            new BinaryMessageDecoder<>(GenericData.get(), Translation.getClassSchema());

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private BrokerKit broker;
    private KafkaProducer<byte[], byte[]> producer;
    private KafkaConsumer<byte[], byte[]> reader;
    private String adminUrl;
    private Path model;
    private Process process;
    private int sent;

    @BeforeEach
    void start() throws Exception {
        broker = new BrokerKit();
        broker.createTopics(PARTITIONS, "in", "out", "swap.dead-letters");
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "linger.ms", "2"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        reader = broker.reader("out");
        model = TestBundles.greedy().write(folder.resolve("model"));
        var log = Path.of("target", "model-swap-it.log");
        Files.deleteIfExists(log);
        process = ServeProcess.start(log, "--config", configure().toString());
        ServeLog.awaitLine(process, log, "Ready in");
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
        producer.close(Duration.ZERO);
        reader.close();
        broker.close();
    }

    @Test
    void shouldReplaceTheModelUnderLoadWithoutLosingRepeatingOrMislabellingAMessage() throws Exception {
        sendUntilSeen("1");
        assertThat(get("/readyz").statusCode()).isEqualTo(200);

        replaceBundle("2", TestBundles.greedy().outputLimit(0.5, 0));
        sendUntilSeen("2"); // found by the watch

        replaceBundle("3", TestBundles.greedy());
        assertThat(post("/models/reload").statusCode()).isEqualTo(200);
        sendUntilSeen("3");

        var damaged = TestBundles.greedy().write(folder.resolve("damaged"));
        TestBundles.editManifest(damaged, manifest -> manifest.put("version", "4"));
        TestBundles.flipBit(damaged.resolve(TestBundles.GRAPH));
        copy(damaged);
        var refusal = post("/models/reload");
        assertThat(refusal.statusCode()).isEqualTo(422);
        assertThat(new ObjectMapper()
                        .readTree(refusal.body())
                        .at("/models/0/version")
                        .asText())
                .isEqualTo("3");
        sendMore();
        sendMore();
        readAll();

        assertThat(records).hasSize(sent).allSatisfy(ModelSwapIT::wasMadeByTheVersionItNames);
        assertThat(records.stream().map(ModelSwapIT::number).distinct()).hasSize(sent);
        assertThat(broker.countWritten("swap.dead-letters")).isZero();
        System.out.printf(
                "model swap: %d messages, 0 missing, 0 duplicates; by version %s%n",
                sent,
                records.stream()
                        .collect(Collectors.groupingBy(ModelSwapIT::version, TreeMap::new, Collectors.counting())));
    }

    private static void wasMadeByTheVersionItNames(ConsumerRecord<byte[], byte[]> record) throws IOException {
        var translation = TRANSLATIONS.decode(record.value());
        assertThat(translation.get("model_version")).hasToString(version(record));
        assertThat(translation.get("text").toString()).hasSize(LENGTHS.get(version(record)));
    }

    private void replaceBundle(String version, TestBundles kind) throws IOException {
        var next = kind.write(folder.resolve("next-" + version));
        TestBundles.editManifest(next, manifest -> manifest.put("version", version));
        copy(next);
    }

    /** The manifest first, so that for a while it promises files that are not there yet. */
    private void copy(Path bundle) throws IOException {
        for (var name : List.of("manifest.json", TestBundles.GRAPH, "tokenizer.json", "README.md")) {
            Files.copy(bundle.resolve(name), model.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void sendUntilSeen(String version) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (records.isEmpty() || !version(records.get(records.size() - 1)).equals(version)) {
            assertThat(System.nanoTime()).as("version %s came in time", version).isLessThan(deadline);
            sendMore();
        }
        sendMore();
    }

    /** Sends some and reads what has come, so that the load is what the service can take. */
    private void sendMore() throws IOException {
        for (int i = 0; i < 200; i++) {
            producer.send(new ProducerRecord<>("in", sent % PARTITIONS, bytes("" + sent), request()));
            sent++;
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (records.size() < sent - 1000 && System.nanoTime() < deadline) {
            reader.poll(POLL).forEach(records::add);
        }
        reader.poll(POLL).forEach(records::add);
    }

    private void readAll() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (records.size() < sent && System.nanoTime() < deadline) {
            reader.poll(POLL).forEach(records::add);
        }
        // Duplicates would come late.
        IntStream.range(0, 50).forEach(i -> reader.poll(POLL).forEach(records::add));
    }

    private Path configure() throws IOException {
        int port = freePort();
        adminUrl = "http://127.0.0.1:" + port;
        return Files.writeString(
                folder.resolve("swap.yaml"),
                """
                application-id: swap
                kafka: {bootstrap.servers: "%s"}
                engine: {threads: 1, cache-segments: 100}
                model-watch-seconds: 1
                admin-port: %d
                routes: [{from: in, to: out, model: "%s", format: avro}]
                """
                        .formatted(broker.bootstrapServers(), port, model));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(adminUrl + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(adminUrl + path))
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private static byte[] request() throws IOException {
        var buffer = TranslationRequest.getEncoder().encode(new TranslationRequest(TEXT, Map.of()));
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static int number(ConsumerRecord<byte[], byte[]> record) {
        return Integer.parseInt(text(record.key()));
    }

    private static String version(ConsumerRecord<byte[], byte[]> record) {
        return text(record.headers().lastHeader("lingoduct-model-version").value());
    }
}
