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
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} in a group whose tasks the broker hands out. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class StreamsProtocolIT {

    private static final int PARTITIONS = 4;

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
    void shouldShareTheWorkAndGoOnWhenAnInstanceLeaves() throws Exception {
        broker.createTopics(PARTITIONS, "in", "out", "protocol.dead-letters");
        var one = Path.of("target", "protocol-it-1.log");
        var two = Path.of("target", "protocol-it-2.log");
        Files.deleteIfExists(one);
        Files.deleteIfExists(two);
        var config = configure();

        var first = ServeProcess.start(one, "--config", config);
        var second = ServeProcess.start(two, "--config", config);
        try {
            ServeLog.awaitLine(first, one, "Ready in");
            ServeLog.awaitLine(second, two, "Ready in");
            Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> membersWithWork() > 2);
            send(0, 400);
            assertThat(broker.read("out", 400)).hasSize(400);

            first.destroy();
            assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
            send(400, 600);

            var records = broker.read("out", 600);
            assertThat(records).extracting(record -> text(record.value())).doesNotHaveDuplicates();
            assertThat(records)
                    .extracting(record -> text(record.value()))
                    .containsAll(IntStream.range(0, 600)
                            .mapToObj(number -> "MESSAGE " + number)
                            .toList());
        } finally {
            first.destroyForcibly();
            second.destroyForcibly();
        }
    }

    @Test
    void shouldGoOnWhereAGroupOfTheOtherProtocolHasStopped() throws Exception {
        broker.createTopics(1, "moved-in", "moved-out", "moved.dead-letters");
        for (var protocol : List.of("classic", "streams")) {
            var log = Path.of("target", "protocol-it-moved-" + protocol + ".log");
            Files.deleteIfExists(log);
            broker.send(List.of(new ProducerRecord<>("moved-in", bytes(protocol))));
            var process = ServeProcess.start(log, "--config", moved(protocol));
            try {
                ServeLog.awaitLine(process, log, "Ready in");
                broker.read("moved-out", protocol.equals("classic") ? 1 : 2);
                process.destroy();
                assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            } finally {
                process.destroyForcibly();
            }
        }

        assertThat(broker.read("moved-out", 2))
                .extracting(record -> text(record.value()))
                .containsExactly("CLASSIC", "STREAMS");
    }

    @Test
    void shouldTakeMembersThatKeepTheirNamesOverARestart() throws Exception {
        broker.createTopics(1, "static-in");
        var log = Path.of("target", "protocol-it-static.log");
        Files.deleteIfExists(log);
        var config = Files.writeString(
                folder.resolve("static.yaml"),
                """
                application-id: static
                kafka: {bootstrap.servers: "%s", group.protocol: streams, group.instance.id: one}
                routes: [{from: static-in, to: static-out, model: "%s"}]
                """
                        .formatted(broker.bootstrapServers(), folder.resolve("model")));

        for (var text : List.of("before", "after")) {
            broker.send(List.of(new ProducerRecord<>("static-in", bytes(text))));
            var process = ServeProcess.start(log, "--create-topics", "--config", config.toString());
            try {
                ServeLog.awaitLine(process, log, "Ready in");
                broker.read("static-out", text.equals("before") ? 1 : 2);
                process.destroy();
                assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
            } finally {
                process.destroyForcibly();
            }
        }
        assertThat(broker.read("static-out", 2))
                .extracting(record -> text(record.value()))
                .containsExactly("BEFORE", "AFTER");
    }

    private static long membersWithWork() throws Exception {
        try (var admin = broker.admin()) {
            StreamsGroupDescription group = admin.describeStreamsGroups(List.of("protocol-out"))
                    .describedGroups()
                    .get("protocol-out")
                    .get();
            return group.members().stream()
                    .filter(member -> !member.assignment().activeTasks().isEmpty())
                    .count();
        }
    }

    private static void send(int from, int to) throws Exception {
        broker.send(IntStream.range(from, to)
                .mapToObj(number ->
                        new ProducerRecord<byte[], byte[]>("in", number % PARTITIONS, null, bytes("message " + number)))
                .toList());
    }

    private static String moved(String protocol) throws Exception {
        return Files.writeString(
                        folder.resolve("moved-" + protocol + ".yaml"),
                        """
                        application-id: moved
                        kafka: {bootstrap.servers: "%s", group.protocol: %s}
                        routes: [{from: moved-in, to: moved-out, model: "%s"}]
                        """
                                .formatted(broker.bootstrapServers(), protocol, folder.resolve("model")))
                .toString();
    }

    private static String configure() throws Exception {
        // The session of a member is the broker's to set; the setting of the other protocol must not be in the way.
        return Files.writeString(
                        folder.resolve("protocol.yaml"),
                        """
                        application-id: protocol
                        kafka: {bootstrap.servers: "%s", group.protocol: streams, session.timeout.ms: 6000}
                        engine: {threads: 1}
                        routes: [{from: in, to: out, model: "%s"}]
                        """
                                .formatted(broker.bootstrapServers(), folder.resolve("model")))
                .toString();
    }
}
