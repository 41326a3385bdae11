package io.lingoduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.TestBundles;
import io.lingoduct.streams.BrokerKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is left in the output topic after instances were killed and stopped, many times, while they worked. A longer run:
 * {@code mvn verify -Dit.test=UnderFireIT -Dfire.messages=200000 -Dfire.shots=60}.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class UnderFireIT {

    private static final int PARTITIONS = 8;
    private static final int MESSAGES = Integer.getInteger("fire.messages", 20_000);
    private static final int SHOTS = Integer.getInteger("fire.shots", 6);

    @TempDir
    private Path folder;

    private final NumberedMessages messages = new NumberedMessages(MESSAGES, PARTITIONS);

    @Test
    void shouldTranslateEveryMessageExactlyOnce() throws Exception {
        var records = translateUnderFire("exactly-once");

        assertThat(records).hasSize(MESSAGES);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            assertThat(NumberedMessages.ofPartition(partition, records)).isEqualTo(messages.ofPartition(partition));
        }
        assertThat(records).allSatisfy(NumberedMessages::requireTranslated);
    }

    @Test
    void shouldLoseNoMessageWithTheWeakerGuarantee() throws Exception {
        var records = translateUnderFire("at-least-once");

        for (int partition = 0; partition < PARTITIONS; partition++) {
            assertThat(NumberedMessages.ofPartition(partition, records)).containsAll(messages.ofPartition(partition));
        }
        assertThat(records).allSatisfy(NumberedMessages::requireTranslated);
    }

    private List<ConsumerRecord<byte[], byte[]>> translateUnderFire(String guarantee) throws Exception {
        var data = Files.createDirectories(folder.resolve("broker"));
        var log = Path.of("target", "under-fire-" + guarantee + ".log");
        long begin = System.nanoTime();
        try (var broker = new BrokerKit(data)) {
            broker.createTopics(PARTITIONS, "in", "out", guarantee + ".dead-letters");
            broker.send(messages.to("in"));
            var config = configure(guarantee, broker);
            var records = new UnderFire(broker, data, config, log).run("out", MESSAGES, SHOTS);
            int distinct = NumberedMessages.distinct(records);
            System.out.printf(
                    "%s: %,d messages, 2 instances, %d of them shot, broker restarted: %d missing, %d duplicates, %d written in"
                            + " aborted transactions; %.1f s%n",
                    guarantee,
                    MESSAGES,
                    SHOTS,
                    MESSAGES - distinct,
                    records.size() - distinct,
                    broker.countWritten("out") - records.size(),
                    (System.nanoTime() - begin) / 1e9);
            return records;
        }
    }

    private Path configure(String guarantee, BrokerKit broker) throws IOException {
        var model = TestBundles.greedy().write(folder.resolve("model"));
        // Short timeouts, so that the group forgets a killed member and its transaction soon.
        return Files.writeString(
                folder.resolve(guarantee + ".yaml"),
                """
                application-id: %1$s
                guarantee: %1$s
                kafka:
                  bootstrap.servers: %2$s
                  session.timeout.ms: 3000
                  heartbeat.interval.ms: 600
                  state.dir: %3$s
                %4$s
                engine: {threads: 1}
                routes: [{from: in, to: out, model: %5$s}]
                """
                        .formatted(
                                guarantee,
                                broker.bootstrapServers(),
                                folder.resolve("state"),
                                guarantee.equals("exactly-once") ? "  producer.transaction.timeout.ms: 6000" : "",
                                model));
    }
}
