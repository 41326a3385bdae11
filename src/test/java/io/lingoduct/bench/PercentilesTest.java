package io.lingoduct.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void shouldTakePercentilesFromValuesThatWereMeasured() {
        var nanos = LongStream.rangeClosed(1, 200).toArray();

        assertThat(Percentiles.of(nanos, 0.5)).isEqualTo(100);
        assertThat(Percentiles.of(nanos, 0.99)).isEqualTo(198);
        assertThat(Percentiles.of(new long[] {5}, 0.99)).isEqualTo(5);
    }
}
