package io.lingoduct.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.EncodedSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchPlannerTest {

    private static final int BUDGET = 100;
    private static final int MAX_SEGMENTS = 8;

    private final BatchPlanner planner = new BatchPlanner(BUDGET, MAX_SEGMENTS);

    @Test
    void shouldTakeAllThatFits() {
        assertThat(lengthsOfNextBatch(20, 18, 22, 21)).containsExactlyInAnyOrder(20, 18, 22, 21);
    }

    @Test
    void shouldPreferCompanionsOfTheSameLength() {
        assertThat(lengthsOfNextBatch(25, 30, 25, 20, 25, 30, 25)).containsExactly(25, 25, 25, 25);
    }

    @Test
    void shouldCountPaddingAgainstTheBudget() {
        // 40 + 35 + 30 is over the budget only because two rows are padded to 40
        assertThat(lengthsOfNextBatch(40, 30, 28)).hasSize(2);
    }

    @Test
    void shouldTakeTheOldestAloneWhenItExceedsTheBudget() {
        assertThat(lengthsOfNextBatch(500, 499, 3)).containsExactly(500);
    }

    @Test
    void shouldTakeNoMoreSegmentsThanAllowed() {
        assertThat(lengthsOfNextBatch(1, 1, 1, 1, 1, 1, 1, 1, 1, 1)).hasSize(MAX_SEGMENTS);
    }

    @Test
    void shouldLeaveSegmentsOfVeryDifferentLengthForAnotherBatch() {
        assertThat(lengthsOfNextBatch(40, 3, 38)).containsExactly(40, 38);
    }

    @Test
    void shouldBatchShortSegmentsWhateverTheirRatio() {
        assertThat(lengthsOfNextBatch(2, 9, 5)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldServeEverySegmentWithinBudgetAndOldestFirst(long seed) {
        var random = new Random(seed);
        var arrivals = segments(random.ints(300, 1, 130).toArray());
        var waiting = new TreeSet<>(QueuedSegment.BY_LENGTH);
        waiting.addAll(arrivals);
        while (!arrivals.isEmpty()) {
            var batch = planner.plan(waiting, arrivals.get(0));
            int longest = batch.stream().mapToInt(QueuedSegment::length).max().orElseThrow();
            assertThat(batch).doesNotHaveDuplicates().contains(arrivals.get(0)).hasSizeLessThanOrEqualTo(MAX_SEGMENTS);
            assertThat(batch.size() == 1 || longest * batch.size() <= BUDGET).isTrue();
            arrivals.removeAll(batch);
            batch.forEach(waiting::remove);
        }
    }

    /** The first length is that of the oldest. */
    private List<Integer> lengthsOfNextBatch(int... lengths) {
        var arrivals = segments(lengths);
        NavigableSet<QueuedSegment> waiting = new TreeSet<>(QueuedSegment.BY_LENGTH);
        waiting.addAll(arrivals);
        return planner.plan(waiting, arrivals.get(0)).stream()
                .map(QueuedSegment::length)
                .toList();
    }

    private static List<QueuedSegment> segments(int... lengths) {
        var segments = new ArrayList<QueuedSegment>();
        for (int length : lengths) {
            var encoded = new EncodedSegment(new long[length]);
            segments.add(new QueuedSegment(encoded, new CompletableFuture<>(), segments.size(), 0));
        }
        return segments;
    }
}
