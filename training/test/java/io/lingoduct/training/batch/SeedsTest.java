package io.lingoduct.training.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeedsTest {

    /** Runs that were begun before must go on with the seeds they had. */
    @Test
    void shouldStayTheSameFromReleaseToRelease() {
        assertThat(Seeds.ofEpoch(7, 3)).isEqualTo(7_000_024);
        assertThat(Seeds.ofPair(7, 3, 11)).isEqualTo(7_000_024L * 1_000_000_007L + 11);
        assertThat(Seeds.ofUpdate(7, 3, 2)).isEqualTo(7_000_024L * 1_000_003L + 2_018);
    }
}
