package io.lingoduct.training.loop.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lingoduct.training.loop.settings.TrainingConfig.Optimization;
import io.lingoduct.training.loop.settings.TrainingConfig.Optimizer;
import io.lingoduct.training.network.Tensors;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdamOptimizerTest {

    private static final int SIZE = 100_000;
    private static final double RATE = 0.01;
    private static final double DECAY = 0.1;

    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void shouldTakeTheStepsThatLibtorchTakes(Optimizer optimizer) {
        torch.manual_seed(4);
        var values = torch.randn(SIZE);
        var expected = values.clone().set_requires_grad(true);
        var reference = reference(optimizer, expected);
        var gradients = torch.zeros(SIZE);
        var ours = new AdamOptimizer(new Optimization(optimizer, 0.9, 0.999, 1e-8, DECAY, 1), values, gradients);

        for (int update = 1; update <= 5; update++) {
            var gradient = torch.randn(SIZE);
            expected.mutable_grad().put(gradient.clone());
            reference.step();
            gradients.copy_(gradient);
            stepInPieces(ours, values, update);
        }

        var wanted = Tensors.floats(expected);
        var actual = Tensors.floats(values);
        for (int i = 0; i < SIZE; i += 7) {
            assertThat(actual[i]).isEqualTo(wanted[i], within(2e-6f));
        }
    }

    private static org.bytedeco.pytorch.Optimizer reference(Optimizer optimizer, Tensor parameter) {
        if (optimizer == Optimizer.ADAM) {
            var options = new AdamOptions(RATE);
            options.weight_decay().put(DECAY);
            return new Adam(new TensorVector(parameter), options);
        }
        var options = new AdamWOptions(RATE);
        options.weight_decay().put(DECAY);
        return new AdamW(new TensorVector(parameter), options);
    }

    private static void stepInPieces(AdamOptimizer optimizer, Tensor values, int update) {
        try (var noGradient = new NoGradGuard()) {
            for (var span : FlatPiece.split(SIZE, 3)) {
                span.pieces(values).forEach(piece -> optimizer.step(piece, update, RATE));
            }
        }
    }
}
