package io.lingoduct.training.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SyntheticPairsTest {

    private static final int VOCABULARY = 100;

    @Test
    void shouldBeAsLongAsEverydaySentences() {
        var targets = new SyntheticPairs(1)
                .pairs(5_000, VOCABULARY, VOCABULARY).stream()
                        .mapToInt(pair -> pair.target().length)
                        .summaryStatistics();

        assertThat(targets.getAverage()).isCloseTo(10, within(0.5));
        assertThat(targets.getMin()).isBetween(1, 3);
        assertThat(targets.getMax()).isBetween(30, 60);
    }

    @Test
    void shouldUseTheWholeVocabularyAndEndEverySource() {
        var pairs = new SyntheticPairs(1).pairs(2_000, VOCABULARY, VOCABULARY);

        assertThat(pairs).allSatisfy(pair -> assertThat(pair.source()[pair.source().length - 1])
                .isEqualTo(VocabularyBuilder.EOS));
        assertThat(pairs.stream()
                        .flatMapToLong(pair -> Arrays.stream(pair.target()))
                        .distinct()
                        .sorted())
                .hasSize(VOCABULARY - 4)
                .startsWith(4L)
                .endsWith(VOCABULARY - 1L);
    }

    @Test
    void shouldBeTheSameForTheSameSeed() {
        var once = SyntheticPairs.batches(500, VOCABULARY, VOCABULARY, 200, 3);
        var again = SyntheticPairs.batches(500, VOCABULARY, VOCABULARY, 200, 3);

        assertThat(again).usingRecursiveComparison().isEqualTo(once);
    }
}
