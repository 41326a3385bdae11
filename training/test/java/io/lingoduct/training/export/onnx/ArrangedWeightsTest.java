package io.lingoduct.training.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArrangedWeightsTest {

    private static final float[] ALL = {10, 11, 12, 13, 14, 15, 16, 17, 18, 19};

    /** 10 11 12 over 13 14 15. */
    private final ArrangedWeights matrix = ArrangedWeights.range(ALL, 0, 6);

    /** 16 17 over 18 19. */
    private final ArrangedWeights other = ArrangedWeights.range(ALL, 6, 10);

    @Test
    void shouldKnowEachWeightsNumberHoweverItIsArranged() {
        assertThat(matrix.transposed(2).values()).containsExactly(10, 13, 11, 14, 12, 15);
        assertThat(matrix.columns(2, 1, 3).values()).containsExactly(11, 12, 14, 15);
        assertThat(matrix.rows(2, 1, 0).values()).containsExactly(13, 14, 15, 10, 11, 12);
        assertThat(matrix.beside(other, 2).values()).containsExactly(10, 11, 12, 16, 17, 13, 14, 15, 18, 19);
        assertThat(ArrangedWeights.joined(Stream.of(other, matrix)).values())
                .containsExactly(16, 17, 18, 19, 10, 11, 12, 13, 14, 15);
        assertThat(matrix.beside(other, 2).transposed(2).places(5, 2).numbers())
                .containsExactly(0, 3, 1, 4, 2, 5, 6, 8, 7, 9);
    }

    @Test
    void shouldNameTheFirstWeightOfASum() {
        var sum = ArrangedWeights.range(ALL, 0, 2).plus(ArrangedWeights.range(ALL, 8, 10));

        assertThat(sum.values()).containsExactly(28, 30);
        assertThat(sum.places(2).numbers()).containsExactly(0, 1);
    }

    @Test
    void shouldNameNoWeightWhereAConstantHidesIt() {
        var hidden = ArrangedWeights.range(ALL, 0, 3).plus(-100, List.of(1L));

        assertThat(hidden.values()).containsExactly(10, -89, 12);
        assertThat(hidden.places(3).numbers()).containsExactly(0, ArrangedWeights.NONE, 2);
        assertThat(hidden.rows(3, 2, 1).places(2).numbers()).containsExactly(2, ArrangedWeights.NONE);
    }

    @Test
    void shouldRefuseToJoinSums() {
        var sum = other.plus(other);

        assertThatThrownBy(() -> ArrangedWeights.joined(Stream.of(matrix, sum)))
                .isInstanceOf(IllegalStateException.class);
    }
}
