package io.lingoduct.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.EncodedSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever waits, from the first batch until nothing is left. */
class BatchPlannerPropertyTest {

    private record Arrival(int length, Priority priority) {}

    /** What is served, and by what planner. */
    private record Service(List<Arrival> arrivals, int batchTokens, int maxSegments) {

        /** Shows every batch, with what waits before it is taken out. */
        void run(BiConsumer<WaitingSegments, List<QueuedSegment>> check) {
            var waiting = waiting(arrivals);
            while (!waiting.isEmpty()) {
                var batch = new BatchPlanner(batchTokens, maxSegments).plan(waiting);
                check.accept(waiting, batch);
                batch.forEach(waiting::remove);
            }
        }

        boolean holdsBoth(QueuedSegment one, QueuedSegment other) {
            return one == other || maxSegments >= 2 && 2 * Math.max(one.length(), other.length()) <= batchTokens;
        }
    }

    @Property(seed = "20260401")
    void shouldTakeTheOldestIntoEveryBatch(@ForAll("services") Service service) {
        service.run((waiting, batch) -> assertThat(batch).startsWith(waiting.oldest()));
    }

    @Property(seed = "20260402")
    void shouldTakeTheOldestInteractiveSegmentWhereverTheBudgetAllows(@ForAll("services") Service service) {
        service.run((waiting, batch) -> waiting.oldestInteractive()
                .filter(segment -> service.holdsBoth(segment, waiting.oldest()))
                .ifPresent(segment -> assertThat(batch).contains(segment)));
    }

    @Property(seed = "20260403")
    void shouldKeepTheBudget(@ForAll("services") Service service) {
        service.run((waiting, batch) -> {
            assertThat(batch).hasSizeLessThanOrEqualTo(service.maxSegments());
            assertThat(batch.size() == 1 || longest(batch) * batch.size() <= service.batchTokens())
                    .isTrue();
        });
    }

    @Property(seed = "20260404")
    void shouldServeEverySegmentOnce(@ForAll("services") Service service) {
        var served = new ArrayList<Long>();
        service.run((waiting, batch) -> batch.forEach(segment -> served.add(segment.sequence())));

        assertThat(served)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, service.arrivals().size()).boxed().toList());
    }

    @Property(seed = "20260405")
    void shouldPadNoCompanionBeyondWhatIsTolerated(@ForAll("services") Service service) {
        service.run((waiting, batch) -> {
            var oldest = waiting.oldest();
            var interactive = waiting.oldestInteractive().orElse(oldest);
            int longest = longest(batch);
            int tolerated = Math.max(BatchPlanner.TOLERATED_PADDING, longest / 2);
            assertThat(batch)
                    .filteredOn(segment -> segment != oldest && segment != interactive)
                    .allMatch(segment -> longest - segment.length() <= tolerated);
        });
    }

    @Provide
    Arbitrary<Service> services() {
        var budgets = Arbitraries.integers().between(1, 400);
        var sizes = Arbitraries.integers().between(1, 12);
        return Combinators.combine(arrivals(), budgets, sizes).as(Service::new);
    }

    private static Arbitrary<List<Arrival>> arrivals() {
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
                    new Job.Translate(new EncodedSegment(new long[arrival.length()])),
                    arrival.priority(),
                    WorkBudget.UNLIMITED,
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
