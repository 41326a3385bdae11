package io.lingoduct.streams.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.streams.topics.TopicLimits;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class MemorySharesTest {

    @Property
    void shouldLeaveHalfOfAHeapThatHasRoomForItsThreads(
            @ForAll @LongRange(min = 128L << 20, max = 64L << 30) long heap,
            @ForAll @IntRange(min = 1, max = 4) int threads) {
        var shares = MemoryShares.of(heap, threads);

        // What is held, an answer that is handed over and one under way, and the producer's buffer.
        long perThread = shares.heldBytes() + 2L * shares.fetchBytes() + shares.producerBytes();
        assertThat(perThread * threads).isLessThanOrEqualTo(heap / 2);
    }

    @Property
    void shouldGiveEveryThreadRoomForTheLargestUsualMessage(
            @ForAll @LongRange(min = 16L << 20, max = 64L << 30) long heap,
            @ForAll @IntRange(min = 1, max = 200) int threads) {
        var shares = MemoryShares.of(heap, threads);

        assertThat(shares.producerBytes()).isGreaterThan(TopicLimits.DEFAULT.maxMessageBytes());
        assertThat(shares.fetchBytes()).isGreaterThan(TopicLimits.DEFAULT.maxMessageBytes());
    }
}
