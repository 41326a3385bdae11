package io.lingoduct.bench.chaos.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.bench.chaos.scene.Timing;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventOrderTest {

    private static final List<ChaosEvent> ALL = Arrays.asList(ChaosEvent.values());
    private static final int ROUNDS = 60;
    private static final Duration AMPLE = Duration.ofHours(1);

    @Test
    void shouldGiveTheSameOrderForTheSameSeedAndOthersForOthers() {
        assertThat(take(order(7), 40)).isEqualTo(take(order(7), 40)).isNotEqualTo(take(order(8), 40));
    }

    @Test
    void shouldGiveEachEventOnceInEachRound() {
        var order = order(1);

        for (int round = 0; round < 3; round++) {
            assertThat(take(order, ALL.size())).containsExactlyInAnyOrderElementsOf(ALL);
        }
    }

    @Test
    void shouldLeaveOutWhatDoesNotFitIntoTheTimeThatIsLeft() {
        var order = order(1);
        var left = Duration.ofSeconds(10);

        assertThat(IntStream.range(0, 50).mapToObj(i -> order.next(left).orElseThrow()))
                .allMatch(event -> event.length(Timing.usual()).compareTo(left) <= 0)
                .contains(ChaosEvent.KILL, ChaosEvent.POISONED)
                .doesNotContain(ChaosEvent.STOP);
    }

    @Test
    void shouldEndWhenNothingFits() {
        assertThat(order(1).next(Duration.ofSeconds(1))).isEmpty();
        assertThat(order(1).next(Duration.ofSeconds(-1))).isEmpty();
    }

    @Test
    void shouldEndAfterTheLastRound() {
        var order = new EventOrder(ALL, 1, Timing.usual(), new Random(1));

        assertThat(take(order, ALL.size())).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(order.next(AMPLE)).isEmpty();
    }

    private static EventOrder order(long seed) {
        return new EventOrder(ALL, ROUNDS, Timing.usual(), new Random(seed));
    }

    private static List<ChaosEvent> take(EventOrder order, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> order.next(AMPLE).orElseThrow())
                .toList();
    }
}
