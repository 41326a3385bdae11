package io.lingoduct.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.SegmentTooLongException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    private static final int LIMIT = 50;

    @Test
    void shouldLeaveOutWhatTheModelDoesNotTake() {
        var workload = Workload.of(List.of("a", "b".repeat(LIMIT + 1), "cc"), WorkloadTest::encode);

        assertThat(workload.sentences()).containsExactly("a", "cc");
        assertThat(workload.segments()).extracting(Workload::tokens).containsExactly(1, 2);
        assertThat(workload.tooLong()).isEqualTo(1);
    }

    @Test
    void shouldSampleEachLengthInItsShare() {
        var sentences = IntStream.rangeClosed(1, 40).mapToObj("x"::repeat).toList();
        var workload = Workload.of(sentences, WorkloadTest::encode);

        assertThat(workload.sample(8)).containsExactly(4, 12, 20, 28, 36);
        assertThat(workload.sample(1)).hasSize(40);
    }

    @Test
    void shouldSampleSomethingOfAFewSentences() {
        assertThat(Workload.of(List.of("a", "b"), WorkloadTest::encode).sample(8))
                .hasSize(1);
        assertThat(Workload.of(List.of("a"), WorkloadTest::encode).sample(8)).hasSize(1);
    }

    private static EncodedSegment encode(String text) {
        if (text.length() > LIMIT) {
            throw new SegmentTooLongException(text.length(), LIMIT);
        }
        return new EncodedSegment(new long[text.length() + 1]);
    }
}
