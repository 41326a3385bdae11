package io.lingoduct.training.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final EncodedPair LONG = new EncodedPair(new long[] {5, 6, 7, 2}, new long[] {8, 9});
    private static final EncodedPair SHORT = new EncodedPair(new long[] {5, 2}, new long[] {8});

    @Test
    void shouldPadSourcesAndShiftTargetsByOne() {
        var batch = Batch.of(List.of(LONG, SHORT));

        assertThat(batch.source()).containsExactly(5, 6, 7, 2, 5, 2, 0, 0);
        assertThat(batch.sourceLengths()).containsExactly(4, 2);
        assertThat(batch.targetInput()).containsExactly(1, 8, 9, 1, 8, 0);
        assertThat(batch.targetOutput()).containsExactly(8, 9, 2, 8, 2, 0);
        assertThat(batch.targetTokens()).isEqualTo(5);
        assertThat(batch.targetPlaces()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void shouldKnowWhereTargetsAreNotPadding() {
        assertThat(Batch.of(List.of(SHORT, LONG)).targetPlaces()).containsExactly(0, 1, 3, 4, 5);
    }

    @Test
    void shouldDealEveryPairToOneWorker() {
        var batches = Batch.deal(List.of(LONG, SHORT, LONG), 2);

        assertThat(batches).extracting(Batch::rows).containsExactly(2, 1);
    }

    @Test
    void shouldNotMakeEmptyBatchesWhenThereAreMoreWorkersThanPairs() {
        assertThat(Batch.deal(List.of(LONG), 4)).hasSize(1);
    }
}
