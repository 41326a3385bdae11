package io.lingoduct.streams.output;

import static io.lingoduct.streams.BrokerKit.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.service.Guarantee;
import io.lingoduct.streams.BrokerKit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LoneSendIT {

    private static final int THREADS = 4;
    private static final int ROUNDS = 5;

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
    void shouldNotTakeARecordForRefusedBecauseAnotherThreadAsksAtTheSameTime() throws Exception {
        broker.createTopics(1, "alone");
        var alone = new LoneSend(
                Map.of("bootstrap.servers", broker.bootstrapServers()), Guarantee.EXACTLY_ONCE, "alone-group");
        var together = new CyclicBarrier(THREADS);
        Callable<List<Optional<Exception>>> asking = () -> {
            var refusals = new ArrayList<Optional<Exception>>();
            for (int i = 0; i < ROUNDS; i++) {
                together.await();
                refusals.add(alone.refusal(new ProducerRecord<>("alone", 0, bytes("k"), bytes("v"))));
            }
            return refusals;
        };
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (var asked : threads.invokeAll(Collections.nCopies(THREADS, asking))) {
                assertThat(asked.get()).hasSize(ROUNDS).allMatch(Optional::isEmpty);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(broker.read("alone", 1, Duration.ofSeconds(1))).isEmpty();
    }
}
