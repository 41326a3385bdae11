package io.lingoduct.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MediansTest {

    @Test
    void shouldTakeTheMiddleOfOddAndEvenNumbersOfTurns() {
        assertThat(Medians.of(9, 1, 3)).isEqualTo(3);
        assertThat(Medians.of(9, 1, 3, 5)).isEqualTo(4);
    }

    @Test
    void shouldTakeTheMedianOfRounds() {
        assertThat(Medians.of(List.of(3.0, 100.0, 1.0))).isEqualTo(3);
        assertThat(Medians.of(List.of(3.0, 4.0))).isEqualTo(3.5);
    }
}
