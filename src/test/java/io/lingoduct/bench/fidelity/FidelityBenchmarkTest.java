package io.lingoduct.bench.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lingoduct.bench.Watch;
import io.lingoduct.bench.fidelity.FidelityFigures.Kept;
import io.lingoduct.bench.fidelity.probe.Part;
import io.lingoduct.engine.TextTranslator;
import io.lingoduct.engine.TranslatedText;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.TranslationException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FidelityBenchmarkTest {

    private static final Watch NOBODY = new Watch(line -> {}, () -> false);
    private static final List<String> SOURCES = List.of("This is my old house.", "Where did you find the key?");

    @Test
    void shouldFindEverythingInAnEcho() {
        var figures = run(FidelityPlan.of(100), text -> text);

        assertThat(figures.kept()).hasSize(10 + 6 + 6 + 3).allSatisfy(kept -> {
            assertThat(kept.of()).isPositive();
            assertThat(kept.kept()).isEqualTo(kept.of());
            assertThat(kept.misses()).isEmpty();
        });
        assertThat(figures.scores()).hasSize(9).allSatisfy(score -> {
            assertThat(score.part()).isEqualTo("decoration");
            assertThat(score.value()).isGreaterThan(99.99);
        });
        assertThat(figures.texts()).isEqualTo(100 + 2 * 50 + 50 + 10 * 40);
        assertThat(figures.junkTexts().texts()).isZero();
        assertThat(figures.stopped()).isFalse();
    }

    @Test
    void shouldMissWhatATranslatorDrops() {
        var figures = run(FidelityPlan.of(100), text -> text.replaceAll("[^\\p{L}\\s.]", ""));

        assertThat(figures.kept())
                .filteredOn(kept -> kept.part().startsWith("values"))
                .allSatisfy(kept -> assertThat(kept.kept()).isZero());
        assertThat(figures.kept())
                .filteredOn(kept -> kept.part().equals("spans"))
                .allSatisfy(kept -> assertThat(kept.kept()).isZero());
        assertThat(row(figures, "URL").misses()).hasSize(5).allSatisfy(miss -> {
            assertThat(miss.source()).contains("https://");
            assertThat(miss.output()).doesNotContain("https://");
        });
        assertThat(row(figures, "HTML").kept()).isZero();
        assertThat(row(figures, "Markdown").kept()).isZero();
    }

    @Test
    void shouldCountJunk() {
        var figures = run(FidelityPlan.of(100), text -> "„nein nein nein");

        assertThat(figures.junkTexts().texts()).isEqualTo(figures.texts());
        assertThat(figures.junk()).extracting(FidelityFigures.Junk::sign).contains("loops", "unbalanced quotes");
    }

    @Test
    void shouldScoreEachGuiseAgainstReferences() {
        var figures = run(FidelityPlan.of(100, SOURCES, SOURCES), text -> text);

        assertThat(figures.scores()).hasSize(14).allSatisfy(score -> assertThat(score.metric())
                .isEqualTo("BLEU"));
        assertThat(figures.scores())
                .filteredOn(score -> score.guise().equals("ALL CAPS"))
                .allSatisfy(score -> assertThat(score.value()).isGreaterThan(99.99));
        assertThat(figures.scores())
                .filteredOn(score -> score.guise().equals("one typo"))
                .allSatisfy(score -> assertThat(score.toPlain()).isNegative());
        assertThat(FidelityReport.text(figures))
                .contains("case and typos", "ALL CAPS")
                .doesNotContain("left out");
    }

    @Test
    void shouldEndWithTheFiguresSoFarWhereTheUserWantsIt() {
        var glances = new AtomicInteger();
        var watch = new Watch(line -> {}, () -> glances.incrementAndGet() > 30);

        var figures =
                benchmark(FidelityPlan.of(100), new Fake(text -> text), watch).run();

        assertThat(figures.stopped()).isTrue();
        assertThat(figures.texts()).isEqualTo(30);
        assertThat(row(figures, "all").of()).isEqualTo(30);
        assertThat(FidelityReport.text(figures)).contains("30 texts", "stopped before the end");
    }

    @Test
    void shouldReportWithoutAnyFigure() {
        var figures = benchmark(FidelityPlan.of(100), new Fake(text -> text), new Watch(line -> {}, () -> true))
                .run();

        assertThat(FidelityReport.text(figures)).contains("0 texts", "stopped before the end");
        assertThat(FidelityReport.json(figures)).contains("\"kept\" : [ ]");
    }

    @Test
    void shouldFailWithATextThatCannotBeTranslated() {
        var broken = benchmark(
                FidelityPlan.of(100),
                new Fake(text -> {
                    throw new IllegalStateException("no memory");
                }),
                NOBODY);

        assertThatExceptionOfType(TranslationException.class)
                .isThrownBy(broken::run)
                .withMessageContaining("no memory");
    }

    private static FidelityFigures run(FidelityPlan plan, UnaryOperator<String> translation) {
        return benchmark(plan, new Fake(translation), NOBODY).run();
    }

    /** Without what takes its time. */
    private static FidelityBenchmark benchmark(FidelityPlan plan, TextTranslator translator, Watch watch) {
        var parts = EnumSet.complementOf(EnumSet.of(Part.COST, Part.HOSTILE));
        return new FidelityBenchmark(plan.of(parts), new UnderTest(translator, Map::of, translator, translator), watch);
    }

    private static Kept row(FidelityFigures figures, String name) {
        return figures.kept().stream()
                .filter(kept -> kept.row().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private record Fake(UnaryOperator<String> translation) implements TextTranslator {

        @Override
        public ModelInfo model() {
            return new ModelInfo("fake", "1", "en", "nl", 100, 1);
        }

        @Override
        public CompletableFuture<TranslatedText> translate(String text) {
            return CompletableFuture.completedFuture(text)
                    .thenApply(source -> new TranslatedText(translation.apply(source), 1, true, model()));
        }
    }
}
