package io.lingoduct.streams;

import static io.lingoduct.streams.BrokerKit.bytes;
import static io.lingoduct.streams.BrokerKit.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.config.ConfigReader;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.message.UpperCaseTranslator;
import io.lingoduct.streams.status.RouteState;
import io.lingoduct.streams.status.RouteStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class BrokerRestartIT {

    @Test
    void shouldGoOnAfterTheBrokerWasAway(@TempDir Path data) throws Exception {
        try (var broker = new BrokerKit(data)) {
            broker.createTopics(1, "in", "out", "app.dead-letters");
            broker.send(List.of(new ProducerRecord<>("in", bytes("k"), bytes("before"))));
            try (var stream = TranslationStream.start(
                    config(broker.bootstrapServers()), route -> new UpperCaseTranslator(), false)) {
                broker.read("out", 1);

                broker.restart(data);
                broker.send(List.of(new ProducerRecord<>("in", bytes("k"), bytes("after"))));

                assertThat(broker.read("out", 2))
                        .extracting(record -> text(record.value()))
                        .containsExactly("BEFORE", "AFTER");
                assertThat(stream.routes()).extracting(RouteStatus::state).containsOnly(RouteState.RUNNING);
            }
        }
    }

    private static ServeConfig config(String bootstrapServers) {
        return ServeConfig.read(ConfigReader.of(
                "test",
                Map.of(
                        "application-id",
                        "app",
                        "kafka",
                        Map.of("bootstrap.servers", bootstrapServers),
                        "routes",
                        List.of(Map.of("from", "in", "to", "out", "model", "unused")))));
    }
}
