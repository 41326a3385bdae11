package io.lingoduct.training.shortlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.bundle.Shortlist;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidateSelectionTest {

    /** "bank" is "bank" three times, "ufer" twice and "damm" once; "der" is in every sentence; nobody says "rest". */
    private static final ToyText TEXT = ToyText.ofWords("the bank tom ł", "der bank ufer damm tom rest");

    private static final List<EncodedPair> PAIRS = pairs();

    private static List<EncodedPair> pairs() {
        var pairs = new ArrayList<EncodedPair>();
        pairs.addAll(Collections.nCopies(3, TEXT.pair("the bank", "der bank")));
        pairs.addAll(Collections.nCopies(2, TEXT.pair("the bank", "der ufer")));
        pairs.add(TEXT.pair("the bank", "der damm"));
        pairs.addAll(Collections.nCopies(6, TEXT.pair("the", "der")));
        return pairs;
    }

    private static Shortlist select(int perToken, int frequent, double minProbability) {
        var options = new ShortlistOptions(true, perToken, frequent, minProbability, 10);
        return ShortlistLearner.learn(PAIRS, TEXT.sourcePieces(), TEXT.targetPieces(), options);
    }

    @Test
    void shouldAlwaysLetTranslationsEnd() {
        assertThat(select(5, 0, 0).frequent()).containsExactly(VocabularyBuilder.EOS);
    }

    @Test
    void shouldTakeTheMostFrequentTargetTokensOfTheText() {
        assertThat(select(5, 2, 0).frequent())
                .containsExactly(VocabularyBuilder.EOS, TEXT.target("der"), TEXT.target("bank"));
    }

    @Test
    void shouldNotTakeTokensThatDoNotOccur() {
        assertThat(select(5, 100, 0).frequent()).doesNotContain(TEXT.target("rest"), TEXT.target("tom"));
    }

    @Test
    void shouldTakeTheMostProbableTranslationsBesidesTheFrequentTokens() {
        assertThat(select(2, 1, 0).candidates(TEXT.source("bank"))).isEqualTo(TEXT.targets("bank ufer"));
        assertThat(select(3, 1, 0).candidates(TEXT.source("bank"))).isEqualTo(TEXT.targets("bank ufer damm"));
    }

    @Test
    void shouldLeaveOutWhatIsTooImprobable() {
        assertThat(select(5, 1, 0.25).candidates(TEXT.source("bank"))).isEqualTo(TEXT.targets("bank ufer"));
    }

    @Test
    void shouldLetWhatSpellsTheSameBeCopiedThoughItNeverOccurred() {
        assertThat(select(5, 1, 0).candidates(TEXT.source("tom"))).containsExactly(TEXT.target("tom"));
        var line = ToyText.byteToken(0xE2);
        assertThat(select(5, 1, 0).candidates(TEXT.source(line))).containsExactly(TEXT.target(line));
    }

    @Test
    void shouldLetACharacterBeCopiedAsBytesWhereTheTargetHasNoTokenForIt() {
        assertThat(select(5, 1, 0).candidates(TEXT.source("ł")))
                .isEqualTo(TEXT.targets(ToyText.byteToken(0xC5) + " " + ToyText.byteToken(0x82)));
    }

    @Test
    void shouldGiveSpecialTokensNoCandidates() {
        var shortlist = select(5, 1, 0);

        assertThat(IntStream.range(0, 4))
                .allSatisfy(id -> assertThat(shortlist.candidates(id)).isEmpty());
    }

    @Test
    void shouldCountWhatIsCovered() {
        var shortlist = select(1, 1, 0);
        var dev = List.of(TEXT.pair("bank", "der bank"), TEXT.pair("bank tom", "damm rest"));

        var coverage = ShortlistCoverage.of(shortlist, dev);

        assertThat(coverage.share()).isEqualTo(0.5);
        assertThat(coverage.candidates()).isEqualTo((1 + 1 + 1) / 3.0);
        assertThat(coverage)
                .hasToString(
                        "1.0 candidates per source token on average, 50.0 % of the dev set's target tokens covered");
    }
}
