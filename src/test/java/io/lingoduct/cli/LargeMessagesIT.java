package io.lingoduct.cli;

import static io.lingoduct.streams.BrokerKit.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.TestBundles;
import io.lingoduct.streams.BrokerKit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Messages of which the heap holds only a part. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LargeMessagesIT {

    private static final int MESSAGES = 240;
    private static final int BYTES = 900_000;

    @Test
    void shouldServeMessagesThatAreTogetherAsLargeAsTheHeap(@TempDir Path folder) throws Exception {
        TestBundles.greedy().write(folder.resolve("model"));
        var log = folder.resolve("serve.log");
        try (var broker = new BrokerKit()) {
            broker.createTopics(2, "large-in", "large-out", "large.dead-letters");
            var padding = "x".repeat(BYTES);
            broker.send(IntStream.range(0, MESSAGES)
                    .mapToObj(i -> new ProducerRecord<byte[], byte[]>(
                            "large-in", i % 2, null, bytes("{\"text\":\"hello\",\"rest\":\"" + padding + "\"}")))
                    .toList());
            var config = Files.writeString(
                    folder.resolve("serve.yaml"),
                    """
                    application-id: large
                    kafka: {bootstrap.servers: "%s"}
                    routes: [{from: large-in, to: large-out, model: %s, format: json, fields: [text]}]
                    """
                            .formatted(broker.bootstrapServers(), folder.resolve("model")));

            var process = ServeProcess.start(log, "--config=" + config);
            try {
                ServeLog.awaitLine(process, log, "Ready in");
                assertThat(broker.read("large-out", MESSAGES)).hasSize(MESSAGES);
                assertThat(process.isAlive()).isTrue();
            } finally {
                process.destroyForcibly();
            }
            assertThat(log).content().doesNotContain("OutOfMemoryError");
        }
    }
}
