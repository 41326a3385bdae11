package io.lingoduct.training.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lingoduct.training.bench.MemoryFigures.Sample;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryFiguresTest {

    @Test
    void shouldSayHowMuchMemoryGrowsOnceItShouldBeFlat() {
        var samples = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> new Sample(100 * i, OptionalLong.of(i < 5 ? 1 : 1_000 + 10 * i), 500))
                .toList();
        var figures = new MemoryFigures(500, samples);

        assertThat(figures.residentGrowth().orElseThrow()).isCloseTo(1_090.0 / 1_060 - 1, within(1e-9));
        assertThat(figures.heapGrowth()).isZero();
    }

    @Test
    void shouldNotLetASingleOddSampleCount() {
        var samples = List.of(sample(1, 100), sample(2, 100), sample(3, 100), sample(4, 100), sample(5, 900));

        assertThat(new MemoryFigures(1, samples).heapGrowth()).isZero();
    }

    @Test
    void shouldAdmitThatTheSystemDoesNotTell() {
        assertThat(new MemoryFigures(1, List.of(sample(1, 100))).residentGrowth())
                .isEmpty();
    }

    private static Sample sample(int step, long heap) {
        return new Sample(step, OptionalLong.empty(), heap);
    }
}
