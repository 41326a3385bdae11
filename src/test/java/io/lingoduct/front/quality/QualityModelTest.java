package io.lingoduct.front.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lingoduct.front.check.Finding;
import io.lingoduct.model.ModelTraits;
import io.lingoduct.model.PlaceholderForm;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QualityModelTest {

    private static final SegmentFacts GOOD =
            new SegmentFacts("The mill stands by the river.", "Die Mühle steht am Fluss.", -0.1f, Set.of(), 0);

    @Property(seed = "20260101")
    void shouldGiveAProbabilityForAnyTexts(@ForAll("texts") String source, @ForAll("texts") String target) {
        var facts = SegmentFacts.of(source, target, -1, Set.of(Finding.TOO_LONG), word -> false);

        assertThat(QualityModel.USUAL.estimate(facts)).isBetween(0.0, 1.0);
    }

    @Example
    void shouldTrustASureModelMore() {
        var doubtful = new SegmentFacts(GOOD.source(), GOOD.target(), -1.5f, Set.of(), 0.5);
        var found = new SegmentFacts(GOOD.source(), GOOD.target(), -0.1f, Set.of(Finding.UNTRANSLATED), 0);

        double good = QualityModel.USUAL.estimate(GOOD);

        assertThat(good).isGreaterThan(0.7);
        assertThat(QualityModel.USUAL.estimate(doubtful)).isLessThan(good);
        assertThat(QualityModel.USUAL.estimate(found)).isLessThan(good);
    }

    @Example
    void shouldKnowNothingWithoutAScore() {
        var facts = new SegmentFacts("a", "b", Float.NaN, Set.of(), 0);

        assertThat(QualityModel.USUAL.estimate(facts)).isNaN();
    }

    @Example
    void shouldTakeTheWeightsOfAModel() {
        var own = new ModelTraits(
                PlaceholderForm.NAMES, word -> false, Map.of("bias", 1.0, "score", 2.0, "of_a_later_version", 9.0));

        assertThat(QualityModel.of(own)).isEqualTo(new QualityModel(1, Map.of(Feature.SCORE, 2.0)));
        assertThat(QualityModel.of(own).estimate(GOOD)).isCloseTo(1 / (1 + Math.exp(-0.8)), within(1e-6));
        assertThat(QualityModel.of(ModelTraits.UNKNOWN)).isEqualTo(QualityModel.USUAL);
        assertThat(QualityModel.of(own).byName()).containsExactlyInAnyOrderEntriesOf(Map.of("bias", 1.0, "score", 2.0));
    }

    @Example
    void shouldMeasureWhatTranslationsAreMadeOf() {
        var facts = SegmentFacts.of(
                "Please sned anna mail", "Please Mail Mail Mail", -0.5f, Set.of(), word -> Set.of("please", "mail")
                        .contains(word));

        assertThat(Feature.UNKNOWN_WORDS.of(facts)).isEqualTo(0.5);
        assertThat(Feature.COPIED.of(facts)).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(Feature.REPETITION.of(facts)).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(Feature.PROBABILITY.of(facts)).isCloseTo(Math.exp(-0.5), within(1e-6));
        assertThat(Feature.LENGTH_RATIO_SQUARED.key()).isEqualTo("length_ratio_squared");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(12),
                Arbitraries.strings().withChars("ab A-.\uD800\u4E00").ofMaxLength(12));
    }
}
