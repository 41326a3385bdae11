package io.lingoduct.bench.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FidelityPlanTest {

    @Test
    void shouldSpreadThePairsOverTheFile() {
        var sources = IntStream.range(0, 1000).mapToObj(i -> "s" + i).toList();
        var references = IntStream.range(0, 1000).mapToObj(i -> "r" + i).toList();

        var plan = FidelityPlan.of(100, sources, references);

        assertThat(plan.sources()).hasSize(40).startsWith("s0", "s25").endsWith("s975");
        assertThat(plan.references()).hasSize(40).startsWith("r0", "r25").endsWith("r975");
        assertThat(FidelityPlan.of(100_000, sources, references).sources()).hasSize(400);
    }

    @Test
    void shouldLeaveOutPairsWithNothingOnOneSide() {
        var plan = FidelityPlan.of(100, List.of("a", " ", "c", "d"), List.of("A", "B", "", "D"));

        assertThat(plan.sources()).containsExactly("a", "d");
        assertThat(plan.references()).containsExactly("A", "D");
    }

    @Test
    void shouldRefuseFewerSentencesThanKindsAndPairsThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> FidelityPlan.of(9));
        assertThatIllegalArgumentException().isThrownBy(() -> new FidelityPlan(10, List.of("a"), List.of(), Set.of()));
    }
}
