package io.lingoduct.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lingoduct.bench.soak.SoakFigures.Sample;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoakFiguresTest {

    @Test
    void shouldSayHowMuchMemoryGrowsOnceItShouldBeFlat() {
        var samples = IntStream.rangeClosed(0, 10)
                .mapToObj(i -> new Sample(i, 10_000L * i, OptionalLong.of(i < 2 ? 1 : 1_000 + 10 * i), 500))
                .toList();
        var figures = figures(samples);

        assertThat(figures.residentGrowth().orElseThrow()).isCloseTo(1_090.0 / 1_030 - 1, within(1e-9));
        assertThat(figures.heapGrowth().orElseThrow()).isZero();
        assertThat(SoakReport.text(figures)).contains("Growth after 20,000 sentences: resident +5.8%, heap +0.0%");
    }

    @Test
    void shouldAdmitThatTheSystemDoesNotTell() {
        var figures = figures(List.of(sample(20_000, 100), sample(30_000, 110)));

        assertThat(figures.residentGrowth()).isEmpty();
        assertThat(SoakReport.text(figures)).contains("resident unknown, heap +10.0%", "only Linux tells it");
        assertThat(SoakReport.json(figures)).contains("\"resident_growth\" : null", "\"resident_bytes\" : null");
    }

    @Test
    void shouldTellNoGrowthOfAShortSoak() {
        assertThat(SoakReport.text(figures(List.of(sample(0, 100), sample(19_999, 900)))))
                .contains("it counts from 20,000 sentences on");
    }

    @Test
    void shouldNotPrintEverySampleOfALongSoak() {
        var samples = IntStream.range(0, 1_000).mapToObj(i -> sample(i, 100)).toList();

        assertThat(SoakReport.text(figures(samples)).lines().count()).isLessThan(40);
        assertThat(SoakReport.text(figures(samples))).contains("999");
    }

    private static Sample sample(long sentences, long heap) {
        return new Sample(1, sentences, OptionalLong.empty(), heap);
    }

    private static SoakFigures figures(List<Sample> samples) {
        return new SoakFigures("test", 20_000, 100_000, 10, false, samples);
    }
}
