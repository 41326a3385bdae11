package io.lingoduct.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientSettingsTest {

    @Test
    void shouldFindABrokerOnThisMachineByDefault() {
        assertThat(new ClientSettings(Map.of()).bootstrapServers()).isEqualTo("localhost:9092");
    }

    @Test
    void shouldGiveEachClientWhatIsMeantForIt() {
        var settings = new ClientSettings(Map.of(
                "security.protocol", "SSL",
                "consumer.fetch.max.bytes", "5",
                "producer.acks", "1",
                "num.stream.threads", "4",
                "commit.interval.ms", "100"));

        assertThat(settings.consumer(Map.of(), Map.of()))
                .containsEntry("security.protocol", "SSL")
                .containsEntry("fetch.max.bytes", "5")
                .doesNotContainKeys("acks", "num.stream.threads", "commit.interval.ms", "consumer.fetch.max.bytes");
        assertThat(settings.producer(Map.of(), Map.of()))
                .containsEntry("security.protocol", "SSL")
                .containsEntry("acks", "1")
                .doesNotContainKey("fetch.max.bytes");
    }

    @Test
    void shouldKeepWhatOnlyTheUserKnows() {
        assertThat(new ClientSettings(Map.of("my.interceptor.key", "x")).consumer(Map.of(), Map.of()))
                .containsEntry("my.interceptor.key", "x");
    }

    @Test
    void shouldPutTheUsersSettingsBetweenDefaultsAndWhatMustBe() {
        var settings = new ClientSettings(Map.of("a", "user", "b", "user"));

        assertThat(settings.consumer(Map.of("a", "default", "c", "default"), Map.of("b", "fixed")))
                .containsEntry("a", "user")
                .containsEntry("b", "fixed")
                .containsEntry("c", "default");
    }

    @Test
    void shouldPreferTheSettingOfTheMainConsumer() {
        var settings = new ClientSettings(
                Map.of("main.consumer.fetch.max.bytes", "1", "consumer.fetch.max.bytes", "2", "fetch.max.bytes", "3"));

        assertThat(settings.consumer(Map.of(), Map.of())).containsEntry("fetch.max.bytes", "1");
    }
}
