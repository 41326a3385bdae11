package io.lingoduct.streams.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class HeldRecordsTest {

    private static final TopicPartition ZERO = new TopicPartition("in", 0);
    private static final TopicPartition ONE = new TopicPartition("in", 1);

    private final HeldRecords held = new HeldRecords();

    @Test
    void shouldCountWhatIsPolledAndNotYetProcessed() {
        held.polled(ZERO, 5, 100);
        held.polled(ZERO, 6, 200);
        held.polled(ONE, 1, 1_000);

        held.processed(new Origin("in", 0, 5));

        assertThat(held.bytes()).isEqualTo(1_200);
        assertThat(held.count()).isEqualTo(2);
    }

    @Test
    void shouldForgetWhatLiesBeforeAProcessedRecord() {
        held.polled(ZERO, 5, 100);
        held.polled(ZERO, 6, 200);

        held.processed(new Origin("in", 0, 6));

        assertThat(held.bytes()).isZero();
    }

    @Test
    void shouldNotCountARecordTwiceThatIsPolledAgain() {
        held.polled(ZERO, 5, 100);
        held.polled(ZERO, 6, 200);
        held.polled(ZERO, 5, 100);

        assertThat(held.bytes()).isEqualTo(100);
        assertThat(held.count()).isEqualTo(1);
    }

    @Test
    void shouldForgetPartitionsThatAreNoLongerAssigned() {
        held.polled(ZERO, 5, 100);
        held.polled(ONE, 5, 30);

        held.retain(List.of(ONE));

        assertThat(held.bytes()).isEqualTo(30);
        assertThat(held.count()).isEqualTo(1);
    }

    @Test
    void shouldForgetAPartitionOfAllTopicsWhoseTaskIsClosed() {
        held.polled(ZERO, 5, 100);
        held.polled(ONE, 5, 30);
        held.polled(new TopicPartition("other", 1), 5, 7);

        held.forget(1);

        assertThat(held.bytes()).isEqualTo(100);
        assertThat(held.count()).isEqualTo(1);
    }
}
