package io.lingoduct.bench.fidelity.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.front.number.NumberStyle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProbesTest {

    private static final int COUNT = 500;

    static Stream<List<Probe>> all() {
        return Stream.of(spans(COUNT, 1), values(COUNT, "de"), MarkupProbes.make(COUNT, 1, "nl"));
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
        assertThat(sources(spans(90, 1))).isEqualTo(sources(spans(90, 1))).isNotEqualTo(sources(spans(90, 2)));
        assertThat(sources(values(90, "de"))).isEqualTo(sources(values(90, "fr")));
        assertThat(sources(MarkupProbes.make(90, 1, "de"))).isEqualTo(sources(MarkupProbes.make(90, 1, "de")));
    }

    @Test
    void shouldHaveSixtyFramesForSpansEachWithOnePlace() {
        assertThat(Arrays.stream(SpanKind.values()).flatMap(kind -> kind.frames().stream()))
                .hasSizeGreaterThanOrEqualTo(60)
                .doesNotHaveDuplicates()
                .allSatisfy(frame -> assertThat(frame.sentence().chars().filter(c -> c == '~'))
                        .hasSize(1));
    }

    @Test
    void shouldHaveOnePlaceAndNoOtherNumberInTheFramesOfValues() {
        assertThat(Arrays.stream(ValueKind.values()).flatMap(kind -> kind.frames().stream()))
                .doesNotHaveDuplicates()
                .allSatisfy(frame -> assertThat(frame.replaceAll("[^~\\d]", "")).isEqualTo("~"));
    }

    @Test
    void shouldTakeAValueInTheTargetLanguagesWriting() {
        var probes = values(COUNT, "de");
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

    @Test
    void shouldHaveATwinAndReferencesForEachFrame() {
        assertThat(Arrays.stream(SpanKind.values()).flatMap(kind -> kind.frames().stream()))
                .allSatisfy(frame -> {
                    assertThat(frame.twin()).doesNotContain("~");
                    assertThat(frame.references())
                            .hasSizeGreaterThanOrEqualTo(2)
                            .allSatisfy(reference -> assertThat(reference.contains("~"))
                                    .isEqualTo(!frame.noun().isEmpty()));
                });
    }

    @Test
    void shouldAskWhetherTheMarksStandAroundTheRightWords() {
        var probe = MarkupProbes.make(2, 1, "de").get(0);
        var right = probe.questions().get(1).kept();
        var open = probe.source()
                .substring(probe.source().indexOf('<'), probe.source().indexOf("your"));
        var close = probe.source()
                .substring(probe.source().indexOf("order") + 5, probe.source().indexOf(" at any"));

        assertThat(right.test("Sie können " + open + "Ihre Bestellung" + close + " jederzeit ändern."))
                .isTrue();
        assertThat(right.test("Sie können Ihre " + open + "Bestellung" + close + " jederzeit ändern."))
                .isTrue();
        assertThat(right.test("Sie können Ihre Bestellung " + open + "jederzeit" + close + " ändern."))
                .isFalse();
        assertThat(right.test("Sie können " + open + "Ihre Bestellung jederzeit" + close + " ändern."))
                .isFalse();
    }

    @Test
    void shouldHaveAHundredSentencesWithAKeyForEachPhrase() {
        assertThat(Block.read("markup.txt")).hasSizeGreaterThanOrEqualTo(100).allSatisfy(block -> assertThat(
                        block.line().chars().filter(c -> c == '|').count())
                .isEqualTo(2L * block.below().size()));
    }

    @Test
    void shouldTakeALabelInAnyCase() {
        var shouted = LabelProbes.make().get(1);

        assertThat(shouted.source()).isEqualTo("PASSWORD");
        assertThat(shouted.questions().get(0).kept())
                .accepts("PASSWORT", "Kennwort")
                .rejects("Brust");
    }

    @Test
    void shouldHaveReferencesForEachChatMessage() {
        assertThat(ChatMessage.all())
                .hasSizeGreaterThanOrEqualTo(40)
                .allSatisfy(message -> assertThat(message.references()).hasSize(2));
    }

    private static List<Probe> spans(int count, long seed) {
        return SpanProbes.make(count, seed).stream()
                .map(SpanProbes.SpanProbe::probe)
                .toList();
    }

    private static List<Probe> values(int count, String target) {
        return ValueProbes.make(count, 1, target, NumberStyle.KEEP);
    }

    private static List<String> sources(List<Probe> probes) {
        return probes.stream().map(Probe::source).toList();
    }
}
