package io.lingoduct.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.bench.Medians;
import io.lingoduct.bench.Percentiles;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    @Test
    void shouldTakePercentilesFromValuesThatWereMeasured() {
        var nanos = LongStream.rangeClosed(1, 200).toArray();

        assertThat(Percentiles.of(nanos, 0.5)).isEqualTo(100);
        assertThat(Percentiles.of(nanos, 0.99)).isEqualTo(198);
        assertThat(Percentiles.of(new long[] {5}, 0.99)).isEqualTo(5);
    }

    @Test
    void shouldTakeTheMiddleOfOddAndEvenNumbersOfTurns() {
        assertThat(Medians.of(9, 1, 3)).isEqualTo(3);
        assertThat(Medians.of(9, 1, 3, 5)).isEqualTo(4);
    }
}
