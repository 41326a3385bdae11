package io.lingoduct.training.loop.checkpoint;

import io.lingoduct.training.loop.validation.KeptWeights;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The mean of several checkpoints' weights: noise in each of them cancels out. */
public final class CheckpointMean {

    private CheckpointMean() {}

    /** @param into [N], receives the mean */
    public static void of(List<KeptWeights> kept, CheckpointStore store, Tensor into) {
        try (var scope = new PointerScope();
                var noGradient = new NoGradGuard()) {
            var one = torch.empty_like(into);
            var sum = torch.zeros_like(into);
            for (var weights : kept) {
                store.readBest(weights, one);
                sum.add_(one, new Scalar(1.0 / kept.size()));
            }
            into.copy_(sum);
        }
    }
}
