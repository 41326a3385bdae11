package io.lingoduct.streams;

import static io.lingoduct.streams.BrokerKit.bytes;
import static io.lingoduct.streams.BrokerKit.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lingoduct.config.ConfigReader;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.fault.StreamStartException;
import io.lingoduct.streams.message.GradingTranslator;
import io.lingoduct.streams.message.LanguagePairs;
import io.lingoduct.streams.message.ModelHeaders;
import io.lingoduct.streams.status.QualityCounters;
import io.lingoduct.streams.status.RouteStatus;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Estimates of quality on a real broker: the header, sources that are kept, and reviews. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class QualityIT {

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
    void shouldNameTheQualityAndKeepTheSourceOfWhatIsPoor() throws Exception {
        broker.createTopics(1, "kept");
        broker.send(List.of(message("kept", "poor"), message("kept", "good")));

        try (var stream = serve(
                "kept", "{from: kept, to: kept.de, model: m, min-quality: 0.5, below-quality: keep-source}", true)) {
            var records = broker.read("kept.de", 2);
            assertThat(records).extracting(record -> text(record.value())).containsExactly("poor", "GOOD");
            assertThat(records)
                    .extracting(record -> header(record, ModelHeaders.QUALITY))
                    .containsExactly("0.29", "0.87");
            assertThat(header(records.get(0), ModelHeaders.UNTRANSLATED)).isEqualTo(ModelHeaders.LOW_QUALITY);
            assertThat(records.get(1).headers().lastHeader(ModelHeaders.UNTRANSLATED))
                    .isNull();
            assertThat(stream.figures().quality()).isEqualTo(new QualityCounters.Figures(1, 1, 0));
            assertThat(stream.routes())
                    .extracting(RouteStatus::quality)
                    .containsExactly(stream.figures().quality());
        }
    }

    @Test
    void shouldWriteEachReviewOnceBesideTheOutputAcrossARestart() throws Exception {
        broker.createTopics(2, "reviewed");
        var route = "{from: reviewed, to: reviewed.de, model: m, min-quality: 0.5, below-quality: review,"
                + " review-topic: reviewed.check}";
        broker.send(numbered(0, 50));
        try (var stream = serve("reviewed", route, true)) {
            assertThat(broker.read("reviewed.de", 50)).hasSize(50);
        }
        broker.send(numbered(50, 100));
        try (var stream = serve("reviewed", route, true)) {
            assertThat(broker.read("reviewed.de", 100))
                    .extracting(record -> text(record.value()))
                    .doesNotHaveDuplicates()
                    .hasSize(100);
            // Every message comes with its review in one transaction.
            var reviews = broker.read("reviewed.check", 50);
            var json = new JsonMapper();
            assertThat(broker.countWritten("reviewed.check")).isEqualTo(50);
            for (var review : reviews) {
                var root = json.readTree(review.value());
                var poor = root.path("texts").path(0);
                assertThat(root.path("topic").asText()).isEqualTo("reviewed");
                assertThat(root.path("partition").asInt()).isEqualTo(review.partition());
                assertThat(poor.path("translation").asText())
                        .isEqualTo(poor.path("source").asText().toUpperCase(Locale.ROOT));
                assertThat(poor.path("source").asText()).startsWith("poor ").endsWith(text(review.key()));
                assertThat(header(review, ModelHeaders.QUALITY)).isEqualTo("0.29");
            }
            assertThat(reviews).extracting(review -> text(review.key())).doesNotHaveDuplicates();
        }
    }

    @Test
    void shouldWriteReviewsInsteadOfTheOutputAndReadNoneOfThem() throws Exception {
        broker.createTopics(1, "only.a");
        broker.send(List.of(message("only.a", "poor"), message("only.a", "good")));

        try (var stream = serve(
                "only",
                "{pattern: 'only[.].*', to: '{topic}.de', model: m, min-quality: 0.5, below-quality: review-only,"
                        + " review-topic: only.check}",
                true)) {
            assertThat(broker.read("only.a.de", 1))
                    .extracting(record -> text(record.value()))
                    .containsExactly("GOOD");
            assertThat(broker.read("only.check", 1)).hasSize(1);
            assertThat(stream.figures().translated()).isEqualTo(2);
            assertThat(stream.figures().deadLettered()).isZero();
        }
    }

    @Test
    void shouldNotStartWithoutTheReviewTopicUnlessItMayBeCreated() throws Exception {
        broker.createTopics(1, "strict", "strict.de", "strict.dead-letters");

        assertThatThrownBy(() -> serve(
                        "strict",
                        "{from: strict, to: strict.de, model: m, min-quality: 0.5, below-quality: review,"
                                + " review-topic: strict.check}",
                        false))
                .isInstanceOf(StreamStartException.class)
                .hasMessageContaining("strict.check")
                .hasMessageContaining("--create-topics");
    }

    private static List<ProducerRecord<byte[], byte[]>> numbered(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i ->
                        new ProducerRecord<>("reviewed", bytes("" + i), bytes((i % 2 == 0 ? "poor " : "good ") + i)))
                .toList();
    }

    private static TranslationStream serve(String application, String route, boolean createTopics) {
        var config = ServeConfig.read(ConfigReader.parse(
                "test",
                """
                application-id: %s
                kafka: {bootstrap.servers: "%s"}
                routes: [%s]
                """
                        .formatted(application, broker.bootstrapServers(), route)));
        return TranslationStream.start(config, named -> new GradingTranslator(), LanguagePairs.none(), createTopics);
    }

    private static ProducerRecord<byte[], byte[]> message(String topic, String text) {
        return new ProducerRecord<>(topic, bytes("key"), bytes(text));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return text(record.headers().lastHeader(name).value());
    }
}
