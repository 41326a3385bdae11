package io.lingoduct.training.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.batch.EncodedPair;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradientSampleTest {

    @Test
    void shouldGoAsFarAsEnoughSentencesReach() {
        var sample = GradientSample.of(pairs(3, 9, 5, 7, 4), 3, 1);

        assertThat(sample.distance()).isEqualTo(5);
        assertThat(sample.pairs()).extracting(pair -> pair.target().length).containsExactlyInAnyOrder(9, 5, 7);
    }

    @Test
    void shouldTakeAllSentencesWhereThereAreFewer() {
        var sample = GradientSample.of(pairs(3, 9), 64, 1);

        assertThat(sample.distance()).isEqualTo(3);
        assertThat(sample.pairs()).hasSize(2);
    }

    @Test
    void shouldNotGoFurtherThanSixtySteps() {
        assertThat(GradientSample.of(pairs(100, 200), 2, 1).distance()).isEqualTo(60);
    }

    private static List<EncodedPair> pairs(int... lengths) {
        return Arrays.stream(lengths)
                .mapToObj(length -> new EncodedPair(new long[] {2}, new long[length]))
                .toList();
    }
}
