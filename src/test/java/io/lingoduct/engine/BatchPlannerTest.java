package io.lingoduct.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.EncodedSegment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BatchPlannerTest {

    private static final int BUDGET = 100;
    private static final int MAX_SEGMENTS = 8;

    private final BatchPlanner planner = new BatchPlanner(BUDGET, MAX_SEGMENTS);
    private final WaitingSegments waiting = new WaitingSegments();

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

    @Test
    void shouldTakeTheOldestInteractiveSegmentWhateverItsLength() {
        add(40, Priority.BULK);
        add(39, Priority.BULK);
        add(3, Priority.INTERACTIVE);
        add(3, Priority.INTERACTIVE);
        assertThat(lengths(planner.plan(waiting))).containsExactly(40, 3);
    }

    @Test
    void shouldPreferTheOldestInteractiveSegmentToNeighboursOfTheOldest() {
        var oldest = add(20, Priority.BULK);
        add(20, Priority.BULK);
        add(20, Priority.BULK);
        var interactive = add(50, Priority.INTERACTIVE);
        assertThat(planner.plan(waiting)).containsExactly(oldest, interactive);
    }

    @Test
    void shouldTakeNeighboursOfTheLongerOneSinceItsLengthIsPaidForAnyway() {
        add(3, Priority.BULK);
        add(3, Priority.BULK);
        add(25, Priority.INTERACTIVE);
        add(24, Priority.BULK);
        add(23, Priority.BULK);
        assertThat(lengths(planner.plan(waiting))).containsExactly(3, 25, 24, 23);
    }

    @Test
    void shouldLeaveAnInteractiveSegmentThatWouldExceedTheBudget() {
        var oldest = add(60, Priority.BULK);
        add(3, Priority.INTERACTIVE);
        assertThat(planner.plan(waiting)).containsExactly(oldest);
    }

    @Test
    void shouldTakeTheOldestEvenBeforeInteractiveSegmentsWhenABatchHoldsOne() {
        var oldest = add(3, Priority.BULK);
        add(3, Priority.INTERACTIVE);
        assertThat(new BatchPlanner(BUDGET, 1).plan(waiting)).containsExactly(oldest);
    }

    /** The first length is that of the oldest. */
    private List<Integer> lengthsOfNextBatch(int... lengths) {
        for (int length : lengths) {
            add(length, Priority.BULK);
        }
        return lengths(planner.plan(waiting));
    }

    private QueuedSegment add(int length, Priority priority) {
        var encoded = new EncodedSegment(new long[length]);
        var segment = new QueuedSegment(
                new Job.Translate(encoded),
                priority,
                WorkBudget.UNLIMITED,
                new CompletableFuture<>(),
                waiting.size(),
                0);
        waiting.add(segment);
        return segment;
    }

    private static List<Integer> lengths(List<QueuedSegment> batch) {
        return batch.stream().map(QueuedSegment::length).toList();
    }
}
