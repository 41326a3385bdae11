package io.lingoduct.streams.route;

import io.lingoduct.streams.deadletter.FaultPolicy;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;

/** The least that a topology needs in Kafka Streams' test driver. */
final class TestSettings {

    private TestSettings() {}

    /** @param policy what becomes of messages that fail */
    static Properties with(FaultPolicy policy) {
        var settings = new Properties();
        settings.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "test",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "unused:1",
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                FaultPolicy.Handler.class,
                FaultPolicy.Handler.POLICY,
                policy));
        return settings;
    }
}
