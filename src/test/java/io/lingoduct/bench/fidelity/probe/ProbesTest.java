package io.lingoduct.bench.fidelity.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProbesTest {

    private static final int COUNT = 500;

    static Stream<List<Probe>> all() {
        return Stream.of(SpanProbes.make(COUNT, 1), ValueProbes.make(COUNT, 1, "de"), MarkupProbes.make(COUNT, 1));
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldFindEverythingInTheSourceItself(List<Probe> probes) {
        assertThat(probes).hasSize(COUNT).allSatisfy(probe -> assertThat(probe.questions())
                .isNotEmpty()
                .allSatisfy(question ->
                        assertThat(question.kept().test(probe.source())).isTrue()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldMissWhatAnOutputLacks(List<Probe> probes) {
        assertThat(probes).allSatisfy(probe -> assertThat(probe.questions())
                .anySatisfy(question ->
                        assertThat(question.kept().test("Nichts davon.")).isFalse()));
    }

    @Test
    void shouldMakeTheSameOnesAgain() {
        assertThat(sources(SpanProbes.make(90, 1)))
                .isEqualTo(sources(SpanProbes.make(90, 1)))
                .isNotEqualTo(sources(SpanProbes.make(90, 2)));
        assertThat(sources(ValueProbes.make(90, 1, "de"))).isEqualTo(sources(ValueProbes.make(90, 1, "fr")));
        assertThat(sources(MarkupProbes.make(90, 1))).isEqualTo(sources(MarkupProbes.make(90, 1)));
    }

    @Test
    void shouldHaveSixtyFramesForSpansEachWithOnePlace() {
        assertThat(Arrays.stream(SpanKind.values()).flatMap(kind -> kind.frames().stream()))
                .hasSizeGreaterThanOrEqualTo(60)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        frame -> assertThat(frame.chars().filter(c -> c == '~')).hasSize(1));
    }

    @Test
    void shouldHaveOnePlaceAndNoOtherNumberInTheFramesOfValues() {
        assertThat(Arrays.stream(ValueKind.values()).flatMap(kind -> kind.frames().stream()))
                .doesNotHaveDuplicates()
                .allSatisfy(frame -> assertThat(frame.replaceAll("[^~\\d]", "")).isEqualTo("~"));
    }

    @Test
    void shouldTakeAValueInTheTargetLanguagesWriting() {
        var probes = ValueProbes.make(COUNT, 1, "de");
        var decimal = probes.stream()
                .filter(probe -> probe.source().matches(".* \\d{3}\\.\\d{2} .*"))
                .filter(probe -> probe.questions().get(0).row().equals("decimals"))
                .findFirst()
                .orElseThrow();

        var kept = decimal.questions().get(0).kept();
        assertThat(kept.test(decimal.source().replaceAll("(\\d)\\.(\\d)", "$1,$2")))
                .isTrue();
        assertThat(kept.test(decimal.source().replaceAll("(\\d)\\.(\\d)", "$1$2")))
                .isFalse();
    }

    private static List<String> sources(List<Probe> probes) {
        return probes.stream().map(Probe::source).toList();
    }
}
