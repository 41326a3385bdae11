package io.lingoduct.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.EncodedSegment;
import java.util.List;
import org.junit.jupiter.api.Test;

class LengthBatchesTest {

    private static final List<EncodedSegment> SEGMENTS =
            List.of(segment(2), segment(9), segment(4), segment(1), segment(6));

    @Test
    void shouldCutTheLongestFirst() {
        var lengths = LengthBatches.of(SEGMENTS, 2).batches().stream()
                .map(batch -> batch.stream().map(EncodedSegment::length).toList())
                .toList();

        assertThat(lengths).containsExactly(List.of(9, 6), List.of(4, 2), List.of(1));
    }

    @Test
    void shouldPutResultsBackInOrder() {
        var batches = LengthBatches.of(SEGMENTS, 2);
        var results = batches.batches().stream()
                .flatMap(List::stream)
                .map(EncodedSegment::length)
                .toList();

        assertThat(batches.inOriginalOrder(results)).containsExactly(2, 9, 4, 1, 6);
    }

    private static EncodedSegment segment(int length) {
        return new EncodedSegment(new long[length]);
    }
}
