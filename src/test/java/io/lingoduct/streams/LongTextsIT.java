package io.lingoduct.streams;

import static io.lingoduct.streams.BrokerKit.bytes;
import static io.lingoduct.streams.BrokerKit.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.config.ConfigReader;
import io.lingoduct.engine.TextTranslator;
import io.lingoduct.engine.TranslatedText;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.service.ServeConfig;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Texts whose translation takes longer than a transaction may. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class LongTextsIT {

    private static final int TRANSACTION_TIMEOUT_MS = 2_000;

    /** Takes longer than a transaction for long texts, and no time for others. */
    private static final class SlowTranslator implements TextTranslator {

        private final AtomicInteger longTexts = new AtomicInteger();

        @Override
        public ModelInfo model() {
            return new ModelInfo("slow", "1", "en", "de", 100, 1);
        }

        @Override
        public CompletableFuture<TranslatedText> translate(String text) {
            var translated = new TranslatedText(text.toUpperCase(Locale.ROOT), 1, true, model());
            if (!text.startsWith("long")) {
                return CompletableFuture.completedFuture(translated);
            }
            longTexts.incrementAndGet();
            return new CompletableFuture<TranslatedText>()
                    .completeOnTimeout(translated, 3 * TRANSACTION_TIMEOUT_MS, TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void shouldTranslateWhatTakesLongerThanATransactionMay() throws Exception {
        try (var broker = new BrokerKit()) {
            broker.createTopics(1, "one", "two");
            var translator = new SlowTranslator();
            var config = ServeConfig.read(ConfigReader.parse(
                    "slow",
                    """
                    application-id: slow
                    kafka:
                      bootstrap.servers: "%s"
                      num.stream.threads: 1
                      producer.transaction.timeout.ms: %d
                    routes:
                      - {from: one, to: one-de, model: m}
                      - {from: two, to: two-de, model: m}
                    """
                            .formatted(broker.bootstrapServers(), TRANSACTION_TIMEOUT_MS)));
            broker.send(IntStream.range(0, 40)
                    .mapToObj(number -> new ProducerRecord<>(
                            number % 2 == 0 ? "one" : "two",
                            bytes("" + number),
                            bytes((number == 21 ? "long " : "short ") + number)))
                    .toList());

            try (var stream = TranslationStream.start(config, route -> translator, true)) {
                assertThat(broker.read("two-de", 20))
                        .extracting(record -> text(record.value()))
                        .containsExactlyElementsOf(IntStream.range(0, 20)
                                .mapToObj(number -> (number == 10 ? "LONG " : "SHORT ") + (2 * number + 1))
                                .toList());
                assertThat(broker.read("one-de", 20)).hasSize(20);
                assertThat(stream.figures().deadLettered()).isZero();
            }
            assertThat(translator.longTexts).hasValueLessThan(5);
        }
    }
}
