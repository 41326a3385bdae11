package io.lingoduct.training.loop.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.loop.TestRun;
import io.lingoduct.training.network.Tensors;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.junit.jupiter.api.Test;

class FlatMemoryTest {

    @Test
    void shouldLeaveTheWeightsAsTheyAre() {
        var expected = TestRun.weights(TestRun.network());
        var network = TestRun.network();

        var flat = FlatMemory.ofParameters(network);

        assertThat(TestRun.weights(network)).usingRecursiveComparison().isEqualTo(expected);
        assertThat(flat.numel()).isGreaterThanOrEqualTo(network.parameterCount());
    }

    @Test
    void shouldChangeEveryNetworkThatSharesTheMemory() {
        var network = TestRun.network();
        var flat = FlatMemory.ofParameters(network);
        var replica = TestRun.network();
        FlatMemory.share(replica, flat);

        try (var noGradient = new NoGradGuard()) {
            flat.fill_(new Scalar(0.5));
        }

        assertThat(TestRun.weights(network).values())
                .allSatisfy(values -> assertThat(values).containsOnly(0.5f));
        assertThat(TestRun.weights(replica)).usingRecursiveComparison().isEqualTo(TestRun.weights(network));
    }

    @Test
    void shouldLetBackwardPassesAddUp() {
        var network = TestRun.network();
        var gradients = FlatMemory.ofGradients(network);
        var bias = network.weights().get("output_bias");

        bias.sum().backward();
        bias.sum().backward();

        assertThat(Tensors.floats(bias.grad())).containsOnly(2f);
        assertThat(gradients.sum().item_float()).isEqualTo(2f * TestRun.VOCABULARY);
    }
}
