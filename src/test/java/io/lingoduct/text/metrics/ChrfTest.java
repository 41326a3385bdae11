package io.lingoduct.text.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChrfTest {

    @Test
    void shouldGive100ForTheReferenceItself() {
        assertThat(Chrf.chrf2(List.of("Guten Tag"), List.of("Guten Tag"))).isCloseTo(100, within(1e-9));
    }

    @Test
    void shouldWeighRecallTwiceAsMuchAsPrecision() {
        // One character: precision 1 of 1, recall 1 of 2; only order one occurs on both sides.
        assertThat(Chrf.chrf2(List.of("a"), List.of("ab"))).isCloseTo(100 * 5 * 0.5 / (4 + 0.5), within(1e-9));
    }

    @Test
    void shouldLeaveOutWhiteSpace() {
        assertThat(Chrf.chrf2(List.of("a b\tc"), List.of("abc"))).isCloseTo(100, within(1e-9));
    }

    @Test
    void shouldGive0WhereNothingMatches() {
        assertThat(Chrf.chrf2(List.of("xyz", ""), List.of("abc", "abc"))).isZero();
    }
}
