package io.lingoduct.streams.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class OutgoingTest {

    private static final byte[] KEY = {1};

    @Test
    void shouldKeepAMessageInItsPartition() {
        assertThat(partitions(KEY, 3, 4, 4)).contains(Set.of(3));
    }

    @Test
    void shouldKeepAPartitionWithoutKeysTogetherInASmallerTopic() {
        assertThat(partitions(null, 3, 4, 2)).contains(Set.of(1));
    }

    @Test
    void shouldLeaveKeysToKafkaWhereTheNumbersOfPartitionsDiffer() {
        assertThat(partitions(KEY, 3, 4, 2)).isEmpty();
    }

    private static Optional<Set<Integer>> partitions(byte[] key, int from, int sources, int targets) {
        var outgoing = new Outgoing(null, "out", from, sources);
        return Outgoing.partitioner().partitions("out", key, outgoing, new RecordHeaders(), targets);
    }
}
