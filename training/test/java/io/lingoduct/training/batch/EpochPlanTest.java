package io.lingoduct.training.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpochPlanTest {

    private static final int BUDGET = 100;

    private final List<EncodedPair> pairs = pairs(500);

    @Test
    void shouldVisitEveryPairOnce() {
        var plan = EpochPlan.of(pairs, BUDGET, 1, 1);

        assertThat(plan.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(pairs);
    }

    @Test
    void shouldKeepEveryBatchWithinTheBudget() {
        for (var batch : EpochPlan.of(pairs, BUDGET, 1, 1)) {
            int width =
                    batch.stream().mapToInt(p -> p.target().length + 1).max().orElseThrow();
            assertThat(width * batch.size()).isLessThanOrEqualTo(BUDGET);
        }
    }

    @Test
    void shouldGiveAPairThatIsOverTheBudgetABatchOfItsOwn() {
        var plan = EpochPlan.of(List.of(pair(300), pair(3), pair(4)), BUDGET, 1, 1);

        assertThat(plan).hasSize(2).anySatisfy(batch -> assertThat(batch).hasSize(1));
    }

    @Test
    void shouldPlanAnEpochTheSameWayEveryTimeAndEachEpochAnew() {
        assertThat(EpochPlan.of(pairs, BUDGET, 1, 2))
                .isEqualTo(EpochPlan.of(pairs, BUDGET, 1, 2))
                .isNotEqualTo(EpochPlan.of(pairs, BUDGET, 1, 3));
    }

    @Test
    void shouldPadLittle() {
        var many = pairs(5000);
        long padded = 0;
        long tokens = 0;
        for (var pairsOfBatch : EpochPlan.of(many, BUDGET, 1, 1)) {
            var batch = Batch.of(pairsOfBatch);
            padded += (long) batch.rows() * batch.targetWidth();
            tokens += batch.targetTokens();
        }

        assertThat((double) tokens / padded).isGreaterThan(0.95);
    }

    private static List<EncodedPair> pairs(int count) {
        var random = new Random(4);
        return IntStream.range(0, count)
                .mapToObj(i -> pair(1 + random.nextInt(20)))
                .toList();
    }

    private static EncodedPair pair(int length) {
        return new EncodedPair(new long[length + 1], new long[length]);
    }
}
