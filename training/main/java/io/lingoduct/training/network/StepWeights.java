package io.lingoduct.training.network;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Linear maps that are applied step after step. Left to itself, the backward pass multiplies a weight's gradient out at every
 * step, a product of few rows that costs more in memory traffic than in arithmetic, and adds it up. While this collects, inputs
 * and gradients of all steps are kept instead, and {@link #learn} makes one product of them.
 */
final class StepWeights {

    /** Inputs and outputs of a weight, [B, inputs] and [B, outputs] for each step. */
    private record Uses(List<Tensor> inputs, List<Tensor> outputs) {}

    private final Map<Tensor, Uses> uses = new IdentityHashMap<>();
    private boolean collecting;

    /** From here to {@link #learn}, weights get no gradient from the backward pass. */
    void collect() {
        uses.clear();
        collecting = true;
    }

    /**
     * @param x [B, inputs]
     * @param weight [outputs, inputs], the same object at every step
     * @param bias [outputs], or null
     * @return [B, outputs]
     */
    Tensor linear(Tensor x, Tensor weight, Tensor bias) {
        if (!collecting) {
            return apply(x, weight, bias);
        }
        var y = apply(x, weight.detach(), bias);
        // Nothing depends on a first step that is fed zeros, and zeros teach a weight nothing.
        if (y.requires_grad()) {
            y.retain_grad();
            var used = uses.computeIfAbsent(weight, w -> new Uses(new ArrayList<>(), new ArrayList<>()));
            used.inputs().add(x.detach());
            used.outputs().add(y);
        }
        return y;
    }

    private static Tensor apply(Tensor x, Tensor weight, Tensor bias) {
        return bias == null ? torch.linear(x, weight) : torch.linear(x, weight, bias);
    }

    /** After the backward pass: adds what was collected to the weights' gradients, which must be there already. */
    void learn() {
        collecting = false;
        try (var noGradient = new NoGradGuard()) {
            uses.forEach((weight, used) -> {
                var inputs = joined(used.inputs());
                var gradients = joined(used.outputs().stream().map(Tensor::grad).toList());
                weight.grad().addmm_(gradients.t(), inputs);
            });
        }
        uses.clear();
    }

    /** [B, size] each to [T·B, size]. */
    private static Tensor joined(List<Tensor> steps) {
        return torch.cat(new TensorVector(steps.toArray(Tensor[]::new)), 0).to(ScalarType.Float);
    }
}
