package io.lingoduct.tools.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.tools.KafkaToolException;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;

class ReplayedOffsetsTest {

    @Test
    void shouldCommitTheEndWhereNothingIsLeft() {
        var offsets = ReplayedOffsets.of(null);
        offsets.replayed(3);
        offsets.replayed(7);

        assertThat(offsets.toCommit()).isEqualTo(new OffsetAndMetadata(8, ""));
    }

    @Test
    void shouldStandStillAtTheFirstThatIsLeft() {
        var offsets = ReplayedOffsets.of(null);
        offsets.replayed(3);
        offsets.left(4);
        offsets.replayed(7);

        assertThat(offsets.toCommit().offset()).isEqualTo(4);
        assertThat(ReplayedOffsets.of(offsets.toCommit()).wasReplayed(7)).isTrue();
        assertThat(ReplayedOffsets.of(offsets.toCommit()).wasReplayed(4)).isFalse();
    }

    @Test
    void shouldKeepWhatLiesBehindThePointWhereItWasStopped() {
        var first = ReplayedOffsets.of(null);
        first.left(0);
        first.replayed(5);
        first.replayed(6);
        var second = ReplayedOffsets.of(first.toCommit());
        second.replayed(0);

        var third = ReplayedOffsets.of(second.toCommit());

        assertThat(second.toCommit().offset()).isEqualTo(1);
        assertThat(third.wasReplayed(5)).isTrue();
        assertThat(third.wasReplayed(6)).isTrue();
        assertThat(third.wasReplayed(7)).isFalse();
    }

    @Test
    void shouldFitWhereEveryOtherOfThousandsIsLeft() {
        var offsets = ReplayedOffsets.of(null);
        for (int offset = 0; offset < 100_000; offset += 2) {
            offsets.left(offset);
            offsets.replayed(offset + 1);
        }

        assertThat(offsets.toCommit().metadata().length()).isLessThan(4_096);
    }

    @Test
    void shouldRefuseOffsetsOfAnotherProgram() {
        assertThatThrownBy(() -> ReplayedOffsets.of(new OffsetAndMetadata(4, "something else")))
                .isInstanceOf(KafkaToolException.class)
                .hasMessageContaining("--group");
    }

    /** However filters follow each other, and wherever a replay is stopped, no letter is sent twice and none forgotten. */
    @Property
    void shouldRememberExactlyWhatWasReplayed(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int letters) {
        var random = new Random(seed);
        var sent = new TreeSet<Integer>();
        OffsetAndMetadata committed = null;
        for (int replay = 0; replay < 4; replay++) {
            var offsets = ReplayedOffsets.of(committed);
            int start = committed == null ? 0 : (int) committed.offset();
            int end = random.nextInt(letters + 1);
            for (int offset = start; offset < end; offset++) {
                // Offsets that are no letters.
                if (offset % 5 == 4) {
                    continue;
                }
                assertThat(offsets.wasReplayed(offset)).as("offset %d", offset).isEqualTo(sent.contains(offset));
                if (sent.contains(offset)) {
                    offsets.replayed(offset);
                } else if (random.nextBoolean()) {
                    sent.add(offset);
                    offsets.replayed(offset);
                } else {
                    offsets.left(offset);
                }
            }
            if (end > start) {
                committed = offsets.toCommit();
            }
            for (int offset = 0; committed != null && offset < committed.offset(); offset++) {
                assertThat(offset % 5 == 4 || sent.contains(offset)).isTrue();
            }
        }
    }
}
