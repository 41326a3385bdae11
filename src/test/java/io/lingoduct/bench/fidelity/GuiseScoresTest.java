package io.lingoduct.bench.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lingoduct.bench.fidelity.probe.Guise;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuiseScoresTest {

    private static final List<String> REFERENCES = List.of("Ich habe heute keine Zeit.", "Wo ist denn mein Buch?");

    @Test
    void shouldScoreAgainstReferencesWhateverTheCaseAndTheDecoration() {
        var scores = new GuiseScores(REFERENCES);
        scores.add(Guise.PLAIN, REFERENCES);
        scores.add(Guise.ALL_CAPS, List.of("ICH HABE HEUTE KEINE ZEIT", "🎉 „WO IST DENN MEIN BUCH“"));
        scores.add(Guise.TYPO, List.of("Ich habe heute keine Ziet.", "Wo ist denn mein Buch?"));

        assertThat(scores.all()).extracting(FidelityFigures.Score::metric).containsOnly("BLEU");
        assertThat(scores.all().get(1).value()).isCloseTo(100, within(1e-9));
        assertThat(scores.all().get(2).value()).isBetween(50.0, 95.0);
        assertThat(scores.all().get(2).toPlain()).isCloseTo(scores.all().get(2).value() - 100, within(1e-9));
    }

    @Test
    void shouldScoreAgainstThePlainSentencesTranslationWithoutReferences() {
        var scores = new GuiseScores(List.of());
        scores.add(Guise.PLAIN, REFERENCES);
        scores.add(Guise.BOLD, List.of("**Ich habe heute keine Zeit.**", "**Wo ist denn mein Buch?**"));
        scores.add(Guise.QUOTED, List.of("„Xxx.“", "„Yyy.“"));

        assertThat(scores.all()).extracting(FidelityFigures.Score::guise).containsExactly("bold", "quoted");
        assertThat(scores.all().get(0).value()).isCloseTo(100, within(1e-9));
        assertThat(scores.all().get(1).toPlain()).isLessThan(-90);
    }
}
