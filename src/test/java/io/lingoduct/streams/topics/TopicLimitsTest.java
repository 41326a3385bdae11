package io.lingoduct.streams.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.junit.jupiter.api.Test;

class TopicLimitsTest {

    @Test
    void shouldTakeTheLimitsOfTimestampsThatTheBrokerTells() {
        var limits = limits(Map.of("message.timestamp.before.max.ms", "5", "message.timestamp.after.max.ms", "7"));

        assertThat(limits.maxBehindMs()).isEqualTo(5);
        assertThat(limits.maxAheadMs()).isEqualTo(7);
    }

    @Test
    void shouldHoldNoTimestampAgainstAMessageWhereTheBrokerKnowsNoSuchLimit() {
        var limits = limits(Map.of("max.message.bytes", "1000"));

        assertThat(limits.faultOfTimestamp(Long.MAX_VALUE / 2, 0)).isEmpty();
        assertThat(limits.faultOfTimestamp(0, Long.MAX_VALUE / 2)).isEmpty();
    }

    @Test
    void shouldTakeTheOneLimitOfBrokersThatHaveNoTwo() {
        var limits = limits(Map.of("message.timestamp.difference.max.ms", "9"));

        assertThat(limits.maxBehindMs()).isEqualTo(9);
        assertThat(limits.maxAheadMs()).isEqualTo(9);
    }

    private static TopicLimits limits(Map<String, String> settings) {
        return TopicLimits.of(new Config(settings.entrySet().stream()
                .map(setting -> new ConfigEntry(setting.getKey(), setting.getValue()))
                .toList()));
    }
}
