package io.lingoduct.training.shortlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.model.bundle.Shortlist;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShortlistUnionTest {

    private static final int VOCABULARY = 10;

    private final Shortlist earlier = list(ids(2, 5), ids(), ids(3, 7), ids(8));
    private final Shortlist later = list(ids(2, 8), ids(4), ids(3, 4), ids(5, 9));

    private static Shortlist list(int[] frequent, int[]... candidates) {
        return Shortlist.of(VOCABULARY, frequent, List.of(candidates));
    }

    private static int[] ids(int... ids) {
        return ids;
    }

    @Test
    void shouldLetATranslationHoldAllThatEitherListAllows() {
        var union = ShortlistLearner.union(earlier, later);

        for (long source = 0; source < union.sourceVocabulary(); source++) {
            var sentence = List.of(new long[] {source});
            assertThat(union.forBatch(sentence).ids())
                    .contains(earlier.forBatch(sentence).ids())
                    .contains(later.forBatch(sentence).ids())
                    .hasSize((int) LongStream.concat(
                                    LongStream.of(earlier.forBatch(sentence).ids()),
                                    LongStream.of(later.forBatch(sentence).ids()))
                            .distinct()
                            .count());
        }
    }

    @Test
    void shouldTakeTheFrequentIdsOfBothInTheirOrder() {
        assertThat(ShortlistLearner.union(earlier, later).frequent()).containsExactly(2, 5, 8);
    }

    @Test
    void shouldListAscendingCandidatesOfBothBesidesTheFrequentOnes() {
        var union = ShortlistLearner.union(earlier, later);

        assertThat(union.candidates(0)).containsExactly(4);
        assertThat(union.candidates(1)).containsExactly(3, 4, 7);
        assertThat(union.candidates(2)).containsExactly(9);
    }

    @Test
    void shouldBeTheSameListWhereNothingIsNew() {
        var union = ShortlistLearner.union(earlier, earlier);

        assertThat(union.frequent()).isEqualTo(earlier.frequent());
        assertThat(union.candidates(1)).isEqualTo(earlier.candidates(1));
    }

    @Test
    void shouldRefuseListsOfDifferentVocabularies() {
        var shorter = list(ids(2), ids());

        assertThatThrownBy(() -> ShortlistLearner.union(earlier, shorter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 3 to 10 ids")
                .hasMessageContaining("from 1 to 10");
    }
}
