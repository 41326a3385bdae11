package io.lingoduct.streams.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class RouteStreamTest {

    @Test
    void shouldCountEachPartitionOnceThoughThereAreTwoMetricsForNamesWithADot() {
        var metrics = Map.of(
                lag("texts.en", 0), metric(7.0),
                lag("texts_en", 0), metric(7.0),
                lag("texts.en", 1), metric(2.0),
                lag("texts_en", 1), metric(2.0),
                lag("other", 0), metric(10.0));

        assertThat(RouteStream.lag(metrics)).isEqualTo(19);
    }

    @Test
    void shouldKnowNoLagWhereNothingWasFetchedYet() {
        assertThat(RouteStream.lag(Map.of())).isNegative();
        assertThat(RouteStream.lag(Map.of(lag("in", 0), metric(Double.NaN)))).isNegative();
        assertThat(RouteStream.lag(Map.of(lag("in", 0), metric(0.0)))).isZero();
    }

    private static MetricName lag(String topic, int partition) {
        var tags = Map.of("client-id", "c", "topic", topic, "partition", Integer.toString(partition));
        return new MetricName("records-lag", "consumer-fetch-manager-metrics", "", tags);
    }

    private static Metric metric(double value) {
        return new Metric() {

            @Override
            public MetricName metricName() {
                return lag("unused", 0);
            }

            @Override
            public Object metricValue() {
                return value;
            }
        };
    }
}
