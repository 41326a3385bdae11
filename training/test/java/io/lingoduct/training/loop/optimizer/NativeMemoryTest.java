package io.lingoduct.training.loop.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.loop.TestRun;
import io.lingoduct.training.loop.settings.Precision;
import io.lingoduct.training.loop.settings.TrainingConfig;
import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

/** What an update works with goes when its owner is closed, and not when the garbage collector comes by. */
class NativeMemoryTest {

    private static final List<EncodedPair> PAIRS = List.of(
            new EncodedPair(new long[] {5, 6, 7, 2}, new long[] {8, 9, 10}),
            new EncodedPair(new long[] {5, 2}, new long[] {8}));

    @Test
    void shouldFreeTheGradientsOfAllWorkersAndKeepTheWeights() {
        var network = TestRun.network();
        var before = TestRun.weights(network);
        var workers = new GradientWorkers(network, 2, Precision.FLOAT32, 0.1);
        workers.accumulate(PAIRS);
        var values = workers.values();
        try (var gradient = new Tensor(workers.gradient())) {
            assertThat(holders(gradient)).isGreaterThan(holdersOfOne());

            workers.close();

            assertThat(holders(gradient)).as("views of the gradient").isEqualTo(holdersOfOne());
        }
        assertThat(values.isNull()).isTrue();
        assertThat(TestRun.weights(network)).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void shouldFreeMomentsAndAverage() {
        var network = TestRun.network();
        try (var workers = new GradientWorkers(network, 1, Precision.FLOAT32, 0.1)) {
            var settings = new TestRun.Settings();
            var state = new TrainingState(
                    network,
                    workers,
                    settings.config().optimization(),
                    new TrainingConfig.Averaging(TrainingConfig.Average.EMA, 0.9));
            var averaged = state.evaluated();
            var moments = state.files().get("optimizer.pt").values();
            try (var average = new Tensor(state.evaluatedValues());
                    var noGradient = new NoGradGuard()) {
                average.fill_(new Scalar(1.0));

                state.close();

                assertThat(holders(average)).as("views of the average").isEqualTo(holdersOfOne());
            }
            assertThat(averaged.isNull()).isTrue();
            assertThat(moments).hasSize(2).allMatch(each -> each.isNull());
        }
    }

    private static long holdersOfOne() {
        try (var tensor = torch.zeros(1)) {
            return holders(tensor);
        }
    }

    /** Tensors that share a tensor's memory, itself included. */
    private static long holders(Tensor tensor) {
        try (var storage = tensor.storage()) {
            return storage.use_count();
        }
    }
}
