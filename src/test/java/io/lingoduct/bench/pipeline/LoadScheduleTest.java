package io.lingoduct.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadScheduleTest {

    @Test
    void shouldSpreadMessagesEvenly() {
        var schedule = new LoadSchedule(400, 1000);

        assertThat(schedule.dueNanos(0)).isZero();
        assertThat(schedule.dueNanos(1)).isEqualTo(2_500_000);
        assertThat(schedule.dueNanos(999)).isEqualTo(2_497_500_000L);
    }

    @Test
    void shouldNotDriftOverALongLoad() {
        assertThat(new LoadSchedule(3, 3_000_001).dueNanos(3_000_000)).isEqualTo(1_000_000_000_000_000L);
    }

    @Test
    void shouldTakeAShareOfTheThroughput() {
        assertThat(LoadSchedule.share(0.2, 1_500, Duration.ofSeconds(10))).isEqualTo(new LoadSchedule(300, 3_000));
    }

    @Test
    void shouldHaveEnoughMessagesForPercentilesHoweverSlowTheService() {
        assertThat(LoadSchedule.share(0.2, 5, Duration.ofSeconds(2)).messages()).isEqualTo(20);
    }

    @Test
    void shouldRefuseWhatIsNoLoad() {
        assertThatThrownBy(() -> new LoadSchedule(0, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LoadSchedule(10, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
