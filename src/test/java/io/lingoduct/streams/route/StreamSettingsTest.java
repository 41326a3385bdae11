package io.lingoduct.streams.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.config.ConfigReader;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.deadletter.FaultPolicy;
import io.lingoduct.streams.fault.StreamStartException;
import io.lingoduct.streams.prefetch.PrefetchInterceptor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamSettingsTest {

    @Test
    void shouldBeExactlyOnceByDefault() {
        assertThat(settings(Map.of()))
                .containsEntry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2)
                .containsEntry(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 200)
                .containsEntry("producer.transaction.timeout.ms", 30_000);
    }

    @Test
    void shouldTakeTheUsersSettingOverADefault() {
        assertThat(settings(Map.of("commit.interval.ms", "1000"))).containsEntry("commit.interval.ms", "1000");
    }

    @Test
    void shouldNotHideAUsersSettingBehindADefaultWithPrefix() {
        assertThat(settings(Map.of("max.poll.records", "10", "consumer.max.poll.interval.ms", "5")))
                .doesNotContainKeys("main.consumer.max.poll.records", "main.consumer.max.poll.interval.ms");
    }

    @Test
    void shouldNotLetTranslationsWaitForCompanionsUnlessTheUserSaysSo() {
        assertThat(settings(Map.of())).containsEntry("producer.linger.ms", 5);
        assertThat(settings(Map.of("linger.ms", "50"))).doesNotContainKey("producer.linger.ms");
    }

    @Test
    void shouldNotLetAMessageWaitForAnotherTopicOfItsRoute() {
        assertThat(settings(Map.of())).containsEntry("max.task.idle.ms", -1L);
    }

    @Test
    void shouldHandOnTheUsersGroupProtocol() {
        assertThat(settings(Map.of("group.protocol", "streams"))).containsEntry("group.protocol", "streams");
    }

    @Test
    void shouldPollSeveralBatchesAtOnce() {
        assertThat(settings(Map.of())).containsEntry("main.consumer.max.poll.records", 612);
    }

    @Test
    void shouldRespectTheUsersLimitOfARequest() {
        var users = config(Map.of("producer.max.request.size", "5000"));

        assertThat(StreamSettings.largestRecordBytes(users)).isBetween(4900, 5000);
    }

    @Test
    void shouldKnowThatNoRecordIsLargerThanTheUsersBuffer() {
        assertThat(StreamSettings.largestRecordBytes(config(Map.of("buffer.memory", "5000"))))
                .isBetween(4900, 5000);
    }

    @Test
    void shouldRefuseALimitThatIsNoNumber() {
        var config = config(Map.of("max.request.size", "5 MB"));

        assertThatThrownBy(() -> StreamSettings.largestRecordBytes(config)).isInstanceOf(StreamStartException.class);
    }

    @Test
    void shouldNeverMakeABatchThatIsLargerThanAnOutputTakes() {
        assertThat(running(Map.of(), 2_000)).containsEntry("producer.batch.size", 2_000);
        assertThat(running(Map.of(), 1_000_000)).containsEntry("producer.batch.size", 16_384);
        assertThat(running(Map.of("batch.size", "5000"), 2_000)).doesNotContainKey("producer.batch.size");
    }

    @Test
    void shouldMakeARouteAGroupOfItsOwn() {
        assertThat(running(Map.of(), 1_000_000)).containsEntry("application.id", "shop-b");
    }

    private static Properties running(Map<String, String> kafka, int smallestLimit) {
        var config = config(kafka);
        return StreamSettings.of(
                config,
                config.routes().get(0),
                "-cfg0-1",
                new PrefetchInterceptor.Parts(null, null, null),
                new FaultPolicy(null, null, null, null, null, () -> false),
                smallestLimit);
    }

    private static Properties settings(Map<String, String> kafka) {
        return StreamSettings.clients(config(kafka));
    }

    private static ServeConfig config(Map<String, String> kafka) {
        var settings = new HashMap<>(kafka);
        settings.put("bootstrap.servers", "b:1");
        return ServeConfig.read(ConfigReader.of(
                "test",
                Map.of(
                        "application-id",
                        "shop",
                        "kafka",
                        settings,
                        "routes",
                        List.of(Map.of("from", "a", "to", "b", "model", "m")))));
    }
}
