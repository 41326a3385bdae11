package io.lingoduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.streams.BrokerKit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * Two instances of the service translate a topic while one after the other is shot down and started again, and the broker
 * goes away once. Half of the shots are SIGKILL, half SIGTERM, in random order; they come at even distances in the output.
 */
final class UnderFire {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int INSTANCES = 2;
    private static final int SECONDS_TO_STOP = 10;

    private final BrokerKit broker;
    private final Path data;
    private final Path config;
    private final Path log;
    private final Random random = new Random(42);
    private final List<Process> instances = new ArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final HashSet<Integer> numbers = new HashSet<>();

    /**
     * @param data of the broker, which starts again from there
     * @param log what the instances say
     */
    UnderFire(BrokerKit broker, Path data, Path config, Path log) {
        this.broker = broker;
        this.data = data;
        this.config = config;
        this.log = log;
    }

    /**
     * Runs until every message came out, and a little longer for duplicates that come late.
     *
     * @return what a reader of committed records saw
     */
    List<ConsumerRecord<byte[], byte[]>> run(String out, int messages, int shots) throws Exception {
        Files.deleteIfExists(log);
        try (var reader = broker.reader(out)) {
            for (int i = 0; i < INSTANCES; i++) {
                instances.add(ServeProcess.start(log, "--config", config.toString()));
            }
            var kills = kills(shots);
            for (int shot = 0; shot < shots; shot++) {
                readUntil(reader, (int) ((long) messages * (shot + 1) / (shots + 2)));
                shoot(random.nextInt(INSTANCES), kills.get(shot));
                if (shot == shots / 2) {
                    broker.restart(data);
                }
            }
            readUntil(reader, messages);
            for (int i = 0; i < 50; i++) {
                read(reader);
            }
            for (var instance : instances) {
                terminate(instance);
            }
            return records;
        } finally {
            for (var instance : instances) {
                instance.destroyForcibly().waitFor();
            }
        }
    }

    private List<Boolean> kills(int shots) {
        var kills = new ArrayList<Boolean>();
        for (int shot = 0; shot < shots; shot++) {
            kills.add(shot % 2 == 0);
        }
        Collections.shuffle(kills, random);
        return kills;
    }

    private void shoot(int instance, boolean kill) throws Exception {
        if (kill) {
            instances.get(instance).destroyForcibly().waitFor();
        } else {
            terminate(instances.get(instance));
        }
        instances.set(instance, ServeProcess.start(log, "--config", config.toString()));
    }

    private static void terminate(Process instance) throws InterruptedException {
        instance.destroy();
        assertThat(instance.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS))
                .as("ends within %d s of SIGTERM", SECONDS_TO_STOP)
                .isTrue();
    }

    private void readUntil(KafkaConsumer<byte[], byte[]> reader, int distinct) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (numbers.size() < distinct) {
            assertThat(System.nanoTime())
                    .as("%d of %d translations came in time", numbers.size(), distinct)
                    .isLessThan(deadline);
            read(reader);
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> reader) {
        reader.poll(POLL).forEach(record -> {
            records.add(record);
            numbers.add(NumberedMessages.number(record));
        });
    }
}
