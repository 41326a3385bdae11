package io.lingoduct.cli;

import static io.lingoduct.streams.BrokerKit.bytes;
import static io.lingoduct.streams.BrokerKit.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.TestBundles;
import io.lingoduct.streams.BrokerKit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} in a process of its own, as a user starts and stops it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ServeCommandIT {

    private static final int STOPPED_BY_SIGTERM = 128 + 15;

    @TempDir
    private static Path folder;

    private static BrokerKit broker;

    @BeforeAll
    static void start() {
        broker = new BrokerKit();
        TestBundles.greedy().write(folder.resolve("model"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void shouldServeOneRouteFromTheCommandLine() throws Exception {
        broker.createTopics(2, "plain-in");
        broker.send(List.of(new ProducerRecord<>("plain-in", bytes("key"), bytes("hello"))));
        var log = folder.resolve("plain.log");

        var process = serve(log, "plain-in", "plain-out", broker.bootstrapServers());
        try {
            awaitLine(process, log, "Ready in");
            assertThat(broker.read("plain-out", 1))
                    .extracting(record -> text(record.value()))
                    .containsExactly("HELLO");
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(STOPPED_BY_SIGTERM);
        assertThat(log).content().contains("plain-in (en) -> plain-out (de)", "Stopped: 1 translated");
    }

    @Test
    void shouldServeByLanguageFromAFile() throws Exception {
        broker.createTopics(1, "mixed-in");
        broker.send(List.of(
                new ProducerRecord<>("mixed-in", bytes("1"), bytes("How are you doing today, my friend?")),
                new ProducerRecord<>("mixed-in", bytes("2"), bytes("Wie geht es dir heute, mein Freund?"))));
        var file = Files.writeString(
                folder.resolve("serve.yaml"),
                """
                application-id: mixed
                kafka: {bootstrap.servers: "${file:brokers}"}
                models: %s
                routes: [{from: mixed-in, to: "{topic}.{target}", target: de}]
                """
                        .formatted(folder));
        Files.writeString(folder.resolve("brokers"), broker.bootstrapServers() + "\n");
        var log = folder.resolve("mixed.log");

        var process = ServeProcess.start(log, "--config=" + file, "--create-topics");
        try {
            awaitLine(process, log, "Ready in");
            assertThat(broker.read("mixed-in.de", 2))
                    .extracting(record -> text(record.value()))
                    .containsExactly("HOW ARE YOU DOING TODAY, MY FRIEND?", "Wie geht es dir heute, mein Freund?");
        } finally {
            process.destroyForcibly();
        }
        assertThat(log).content().contains("mixed-in (detected) -> {topic}.{target} (de), text");
    }

    @Test
    void shouldStopInTimeWithMoreWorkAtHandThanItCanFinish() throws Exception {
        broker.createTopics(2, "busy-in");
        var longText = bytes(IntStream.range(0, 1000)
                .mapToObj(number -> "some words that take a while to translate, and number " + number + ". ")
                .collect(Collectors.joining()));
        broker.send(IntStream.range(0, 500)
                .mapToObj(number -> new ProducerRecord<byte[], byte[]>("busy-in", number % 2, null, longText))
                .toList());
        var log = folder.resolve("busy.log");

        var process = serve(log, "busy-in", "busy-out", broker.bootstrapServers());
        try {
            awaitLine(process, log, "Ready in");
            broker.read("busy-out", 1);
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(log).content().contains(" 0 dead letters");
    }

    @Test
    void shouldSayInOneLineThatNoBrokerAnswers() throws Exception {
        var log = folder.resolve("nobody.log");

        var process = serve(log, "a", "b", "127.0.0.1:9");
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(Files.readAllLines(log)).last().isEqualTo("serve: no broker answers at 127.0.0.1:9 within 10 s");
    }

    private static Process serve(Path log, String from, String to, String brokers) throws Exception {
        return ServeProcess.start(
                log,
                "--bootstrap-servers=" + brokers,
                "--from=" + from,
                "--to=" + to,
                "--model=" + folder.resolve("model"),
                "--create-topics",
                "--threads=1");
    }

    private static void awaitLine(Process process, Path log, String beginning) {
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .failFast("the process has ended", () -> !process.isAlive())
                .until(() -> Files.readString(log).contains(beginning));
    }
}
