package io.lingoduct.model.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.TestBundles;
import io.lingoduct.model.Translation;
import io.lingoduct.model.TranslationException;
import io.lingoduct.model.bundle.BundleException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForcedScoringTest {

    @TempDir
    static Path folder;

    private static OnnxTranslator translator;

    @BeforeAll
    static void load() {
        var bundle = TestBundles.withBeam().withForcedTargets().outputLimit(1, 0);
        translator = OnnxTranslator.load(bundle.write(folder.resolve("forced")));
    }

    @AfterAll
    static void close() {
        translator.close();
    }

    @Test
    void shouldSumTheLogProbabilitiesOfTheTargetAndItsEnd() {
        // The leading space, two letters and the end of the sentence, all as the model would have them.
        assertThat(score("ab", "AB")).isEqualTo(4 * -0.5f);
    }

    @Test
    void shouldScoreWhatTheModelWouldNotHaveWritten() {
        assertThat(score("ab", "AX")).isEqualTo(3 * -0.5f - 2);
    }

    @Test
    void shouldScoreAnEmptyTarget() {
        assertThat(score("", "")).isEqualTo(-0.5f);
        assertThat(score("ab", "")).isEqualTo(-2f);
    }

    @Test
    void shouldScoreATargetBeyondTheLimitsOfTheSearch() {
        // Its leading space is the model's own choice; 400 letters and the end of the sentence are not.
        assertThat(score("a", "X".repeat(400))).isEqualTo(-0.5f - 401 * 2);
    }

    @Test
    void shouldScoreEachRowAsIfItWereAlone() {
        var sources = List.of("a", "abcdefg", "", "xyz");
        var targets = List.of("A rather long target", "ABCDEFG", "", "x");
        var encoded = sources.stream().map(translator::encode).toList();

        var together = translator.score(encoded, targets);

        for (int row = 0; row < sources.size(); row++) {
            assertThat(together.get(row)).isEqualTo(score(sources.get(row), targets.get(row)));
        }
    }

    @Test
    void shouldNormalizeTheTarget() {
        assertThat(score("ab", " A\tB ")).isEqualTo(score("ab", "A B"));
    }

    @Test
    void shouldTranslateAsEverWhereNothingIsForced() {
        var batch = List.of(translator.encode("hello"));

        assertThat(translator.translate(batch, SearchOptions.beam(4)))
                .containsExactly(new Translation("HELLO", -0.5f, true));
    }

    @Test
    void shouldAnswerAnEmptyBatchWithAnEmptyList() {
        assertThat(translator.score(List.of(), List.of())).isEmpty();
    }

    @Test
    void shouldRefuseUnequalNumbersOfSourcesAndTargets() {
        var sources = List.of(translator.encode("a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> translator.score(sources, List.of("A", "B")))
                .withMessageContaining("1 sources")
                .withMessageContaining("2 targets");
    }

    @Test
    void shouldReportAFailureOfTheRuntime() {
        var sources = List.of(translator.encode(String.valueOf(TestBundles.POISON)));
        assertThatExceptionOfType(TranslationException.class)
                .isThrownBy(() -> translator.score(sources, List.of("A")))
                .withMessageContaining("batch of 1");
    }

    @Test
    void shouldSumInAGraphWithoutLengthPenaltyToo() {
        var bundle = TestBundles.greedy().withForcedTargets().write(folder.resolve("greedy-forced"));
        try (var greedy = OnnxTranslator.load(bundle)) {
            assertThat(greedy.score(List.of(greedy.encode("ab")), List.of("AB")))
                    .containsExactly(-2f);
        }
    }

    @Test
    void shouldNameTheGraphThatCannotBeGivenATarget() {
        var bundle = TestBundles.withBeam().write(folder.resolve("plain"));
        try (var plain = OnnxTranslator.load(bundle)) {
            var sources = List.of(plain.encode("a"));
            assertThatExceptionOfType(BundleException.class)
                    .isThrownBy(() -> plain.score(sources, List.of("A")))
                    .satisfies(refusal -> assertThat(refusal.file()).isEqualTo(bundle.resolve(TestBundles.GRAPH)))
                    .withMessageContaining("forced_ids");
        }
    }

    private static float score(String source, String target) {
        return translator
                .score(List.of(translator.encode(source)), List.of(target))
                .get(0);
    }
}
