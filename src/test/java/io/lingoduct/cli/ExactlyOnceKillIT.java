package io.lingoduct.cli;

import static io.lingoduct.streams.BrokerKit.bytes;
import static io.lingoduct.streams.BrokerKit.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.TestBundles;
import io.lingoduct.streams.BrokerKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left in the output topic after the serving process was killed, several times, while it worked. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class ExactlyOnceKillIT {

    private static final int PARTITIONS = 4;
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    // Distinct timestamps, all of them recent.
    private static final long FIRST_TIMESTAMP = System.currentTimeMillis() - 60_000;

    @TempDir
    private static Path folder;

    private static BrokerKit broker;

    /** Everything that readers see in the end, and how many had been written at each kill. */
    private record Outcome(List<ConsumerRecord<byte[], byte[]>> records, List<Integer> seenAtKills) {}

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
    void shouldTranslateEveryMessageExactlyOnceThroughKills() throws Exception {
        int messages = 10_000;
        var random = new Random(42);
        var outcome = translateThroughKills(
                "exactly-once",
                messages,
                List.of(800 + random.nextInt(2000), 4000 + random.nextInt(1500), 7000 + random.nextInt(1500)));

        assertThat(outcome.seenAtKills()).allSatisfy(seen -> assertThat(seen).isLessThan(messages));
        assertThat(outcome.records()).hasSize(messages);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            assertThat(numbersOf(partition, outcome.records())).isEqualTo(numbersOf(partition, messages));
        }
        assertThat(outcome.records()).allSatisfy(ExactlyOnceKillIT::isCompleteTranslation);
    }

    @Test
    void shouldLoseNoMessageThroughAKillWithTheWeakerGuarantee() throws Exception {
        int messages = 3_000;
        var outcome = translateThroughKills("at-least-once", messages, List.of(1000));

        assertThat(outcome.seenAtKills()).allSatisfy(seen -> assertThat(seen).isLessThan(messages));
        for (int partition = 0; partition < PARTITIONS; partition++) {
            assertThat(numbersOf(partition, outcome.records())).containsAll(numbersOf(partition, messages));
        }
    }

    /**
     * @param killAt numbers of visible translations at which the process is killed, ascending
     */
    private static Outcome translateThroughKills(String guarantee, int messages, List<Integer> killAt)
            throws Exception {
        long begin = System.nanoTime();
        var in = guarantee + "-in";
        var out = guarantee + "-out";
        broker.createTopics(PARTITIONS, in, out, guarantee + ".dead-letters");
        broker.send(messages(in, messages));
        var config = configure(guarantee, in, out);
        var log = Path.of("target", "kill-it-" + guarantee + ".log");
        Files.deleteIfExists(log);

        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        var seenAtKills = new ArrayList<Integer>();
        try (var reader = broker.reader(out)) {
            for (int threshold : killAt) {
                var process = ServeProcess.start(log, "--config", config.toString());
                try {
                    readUntil(reader, records, threshold);
                } finally {
                    process.destroyForcibly().waitFor();
                }
                // What was committed before the kill and not yet read.
                reader.poll(POLL).forEach(records::add);
                seenAtKills.add(distinct(records));
            }
            var process = ServeProcess.start(log, "--config", config.toString());
            try {
                readUntil(reader, records, messages);
                process.destroy();
                assertThat(process.waitFor(10, TimeUnit.SECONDS))
                        .as("ends within 10 s of SIGTERM")
                        .isTrue();
            } finally {
                process.destroyForcibly().waitFor();
            }
            // Duplicates would come late.
            for (int i = 0; i < 50; i++) {
                reader.poll(POLL).forEach(records::add);
            }
        }
        System.out.printf(
                "%s: %d messages, killed with %s visible; %d records, %d missing, %d duplicates, %d written in aborted transactions; %.1f s%n",
                guarantee,
                messages,
                seenAtKills,
                records.size(),
                messages - distinct(records),
                records.size() - distinct(records),
                broker.countWritten(out) - records.size(),
                (System.nanoTime() - begin) / 1e9);
        return new Outcome(records, seenAtKills);
    }

    private static Path configure(String guarantee, String in, String out) throws IOException {
        // Short timeouts, so that the group forgets a killed member and its transaction soon.
        return Files.writeString(
                folder.resolve(guarantee + ".yaml"),
                """
                application-id: %1$s
                guarantee: %1$s
                kafka:
                  bootstrap.servers: %2$s
                  session.timeout.ms: 2000
                  heartbeat.interval.ms: 400
                %3$s
                engine: {threads: 1}
                routes: [{from: %4$s, to: %5$s, model: %6$s}]
                """
                        .formatted(
                                guarantee,
                                broker.bootstrapServers(),
                                guarantee.equals("exactly-once") ? "  producer.transaction.timeout.ms: 4000" : "",
                                in,
                                out,
                                folder.resolve("model")));
    }

    private static Iterable<ProducerRecord<byte[], byte[]>> messages(String topic, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new ProducerRecord<>(
                        topic,
                        number % PARTITIONS,
                        FIRST_TIMESTAMP + number,
                        bytes("key " + number),
                        bytes("message " + number),
                        List.of(new RecordHeader("number", bytes("" + number)))))
                .toList();
    }

    private static void isCompleteTranslation(ConsumerRecord<byte[], byte[]> record) {
        int number = number(record);
        assertThat(text(record.value())).isEqualTo("MESSAGE " + number);
        assertThat(text(record.key())).isEqualTo("key " + number);
        assertThat(record.timestamp()).isEqualTo(FIRST_TIMESTAMP + number);
        assertThat(record.headers().lastHeader("lingoduct-model")).isNotNull();
    }

    private static void readUntil(
            KafkaConsumer<byte[], byte[]> reader, List<ConsumerRecord<byte[], byte[]>> records, int distinct) {
        var numbers = new HashSet<Integer>();
        records.forEach(record -> numbers.add(number(record)));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (numbers.size() < distinct) {
            assertThat(System.nanoTime())
                    .as("%d of %d translations came in time", numbers.size(), distinct)
                    .isLessThan(deadline);
            reader.poll(POLL).forEach(record -> {
                records.add(record);
                numbers.add(number(record));
            });
        }
    }

    private static int distinct(List<ConsumerRecord<byte[], byte[]>> records) {
        return (int) records.stream().map(ExactlyOnceKillIT::number).distinct().count();
    }

    private static int number(ConsumerRecord<byte[], byte[]> record) {
        return Integer.parseInt(text(record.headers().lastHeader("number").value()));
    }

    private static List<Integer> numbersOf(int partition, List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .filter(record -> record.partition() == partition)
                .map(ExactlyOnceKillIT::number)
                .toList();
    }

    private static List<Integer> numbersOf(int partition, int messages) {
        return IntStream.range(0, messages)
                .filter(number -> number % PARTITIONS == partition)
                .boxed()
                .toList();
    }
}
