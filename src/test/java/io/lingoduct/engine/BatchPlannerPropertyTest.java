package io.lingoduct.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.EncodedSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Whatever waits, from the first batch until nothing is left. */
class BatchPlannerPropertyTest {

    private record Arrival(int length, Priority priority) {}

    @Property(seed = "20260401")
    void shouldTakeTheOldestIntoEveryBatch(
            @ForAll("arrivals") List<Arrival> arrivals,
            @ForAll @IntRange(min = 1, max = 400) int batchTokens,
            @ForAll @IntRange(min = 1, max = 12) int maxSegments) {
        var waiting = waiting(arrivals);
        while (!waiting.isEmpty()) {
            var batch = new BatchPlanner(batchTokens, maxSegments).plan(waiting);
            assertThat(batch).startsWith(waiting.oldest());
            batch.forEach(waiting::remove);
        }
    }

    @Property(seed = "20260402")
    void shouldTakeTheOldestInteractiveSegmentWhereverTheBudgetAllows(
            @ForAll("arrivals") List<Arrival> arrivals,
            @ForAll @IntRange(min = 1, max = 400) int batchTokens,
            @ForAll @IntRange(min = 1, max = 12) int maxSegments) {
        var waiting = waiting(arrivals);
        while (!waiting.isEmpty()) {
            var oldest = waiting.oldest();
            var interactive = waiting.oldestInteractive();
            var batch = new BatchPlanner(batchTokens, maxSegments).plan(waiting);
            interactive
                    .filter(segment -> segment == oldest
                            || maxSegments >= 2 && 2 * Math.max(segment.length(), oldest.length()) <= batchTokens)
                    .ifPresent(segment -> assertThat(batch).contains(segment));
            batch.forEach(waiting::remove);
        }
    }

    @Property(seed = "20260403")
    void shouldKeepTheBudget(
            @ForAll("arrivals") List<Arrival> arrivals,
            @ForAll @IntRange(min = 1, max = 400) int batchTokens,
            @ForAll @IntRange(min = 1, max = 12) int maxSegments) {
        var waiting = waiting(arrivals);
        while (!waiting.isEmpty()) {
            var batch = new BatchPlanner(batchTokens, maxSegments).plan(waiting);
            assertThat(batch).hasSizeLessThanOrEqualTo(maxSegments);
            assertThat(batch.size() == 1 || longest(batch) * batch.size() <= batchTokens)
                    .isTrue();
            batch.forEach(waiting::remove);
        }
    }

    @Property(seed = "20260404")
    void shouldServeEverySegmentOnce(
            @ForAll("arrivals") List<Arrival> arrivals,
            @ForAll @IntRange(min = 1, max = 400) int batchTokens,
            @ForAll @IntRange(min = 1, max = 12) int maxSegments) {
        var waiting = waiting(arrivals);
        var all = waiting.all();
        var served = new ArrayList<QueuedSegment>();
        while (!waiting.isEmpty()) {
            var batch = new BatchPlanner(batchTokens, maxSegments).plan(waiting);
            served.addAll(batch);
            batch.forEach(waiting::remove);
        }
        assertThat(served).containsExactlyInAnyOrderElementsOf(all);
    }

    @Property(seed = "20260405")
    void shouldPadNoCompanionBeyondWhatIsTolerated(
            @ForAll("arrivals") List<Arrival> arrivals,
            @ForAll @IntRange(min = 1, max = 400) int batchTokens,
            @ForAll @IntRange(min = 1, max = 12) int maxSegments) {
        var waiting = waiting(arrivals);
        while (!waiting.isEmpty()) {
            var oldest = waiting.oldest();
            var interactive = waiting.oldestInteractive().orElse(oldest);
            var batch = new BatchPlanner(batchTokens, maxSegments).plan(waiting);
            int longest = longest(batch);
            int tolerated = Math.max(BatchPlanner.TOLERATED_PADDING, longest / 2);
            assertThat(batch)
                    .filteredOn(segment -> segment != oldest && segment != interactive)
                    .allMatch(segment -> longest - segment.length() <= tolerated);
            batch.forEach(waiting::remove);
        }
    }

    @Provide
    Arbitrary<List<Arrival>> arrivals() {
        var lengths = Arbitraries.integers().between(1, 130);
        var priorities = Arbitraries.frequency(Tuple.of(3, Priority.BULK), Tuple.of(1, Priority.INTERACTIVE));
        return Combinators.combine(lengths, priorities)
                .as(Arrival::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static WaitingSegments waiting(List<Arrival> arrivals) {
        var waiting = new WaitingSegments();
        for (var arrival : arrivals) {
            waiting.add(new QueuedSegment(
                    new EncodedSegment(new long[arrival.length()]),
                    arrival.priority(),
                    new CompletableFuture<>(),
                    waiting.size(),
                    0));
        }
        return waiting;
    }

    private static int longest(List<QueuedSegment> batch) {
        return batch.stream().mapToInt(QueuedSegment::length).max().orElseThrow();
    }
}
