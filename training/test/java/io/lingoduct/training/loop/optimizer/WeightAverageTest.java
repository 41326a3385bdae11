package io.lingoduct.training.loop.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lingoduct.training.loop.TestRun;
import io.lingoduct.training.network.Tensors;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.junit.jupiter.api.Test;

class WeightAverageTest {

    @Test
    void shouldFollowTheWeightsByTheDecay() {
        var network = TestRun.network();
        var values = FlatMemory.ofParameters(network);
        try (var noGradient = new NoGradGuard()) {
            values.fill_(new Scalar(1.0));
            var average = new WeightAverage(0.9, network, values);
            values.fill_(new Scalar(2.0));

            FlatPiece.split(values.numel(), 2).forEach(span -> average.follow(span, 1_000_000));

            assertThat(Tensors.floats(average.values())).containsOnly(1.1f);
            assertThat(TestRun.weights(average.network()).get("output_bias")).containsOnly(1.1f);
            assertThat(TestRun.weights(network).get("output_bias")).containsOnly(2f);
        }
    }

    @Test
    void shouldForgetTheFirstWeightsSoon() {
        var network = TestRun.network();
        var average = new WeightAverage(0.999, network, FlatMemory.ofParameters(network));

        assertThat(average.decayAt(1)).isEqualTo(2.0 / 11, within(1e-12));
        assertThat(average.decayAt(90)).isEqualTo(0.91, within(1e-12));
        assertThat(average.decayAt(100_000)).isEqualTo(0.999);
    }
}
