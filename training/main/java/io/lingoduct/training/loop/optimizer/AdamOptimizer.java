package io.lingoduct.training.loop.optimizer;

import io.lingoduct.training.loop.settings.TrainingConfig.Optimization;
import io.lingoduct.training.loop.settings.TrainingConfig.Optimizer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Adam (Kingma and Ba, 2015: "Adam: A Method for Stochastic Optimization") and AdamW (Loshchilov and Hutter, 2019: "Decoupled
 * Weight Decay Regularization") on flat memory. libtorch's own takes each parameter through eight passes over main memory on
 * one thread; this one takes pieces that stay in the cache, and may be called for several at a time.
 */
final class AdamOptimizer implements AutoCloseable {

    private final Optimization config;
    private final Tensor values;
    private final Tensor gradients;
    private final Tensor mean;
    private final Tensor variance;
    private final PointerScope memory;

    AdamOptimizer(Optimization config, Tensor values, Tensor gradients) {
        this.config = config;
        this.values = values;
        this.gradients = gradients;
        try (var scope = new PointerScope()) {
            this.mean = torch.zeros_like(values);
            this.variance = torch.zeros_like(values);
            this.memory = scope.extend();
        }
    }

    /** Gives the moments' memory back. */
    @Override
    public void close() {
        memory.close();
    }

    /** Running means of the gradient and of its square, [N] each, in a fixed order. */
    Map<String, Tensor> moments() {
        var moments = new LinkedHashMap<String, Tensor>();
        moments.put("mean", mean);
        moments.put("variance", variance);
        return moments;
    }

    /**
     * Takes a step with a piece of the parameters; to be called with gradients off.
     *
     * @param update counted from 1
     */
    void step(FlatPiece piece, long update, double rate) {
        var value = piece.of(values);
        var gradient = piece.of(gradients);
        if (config.weightDecay() > 0) {
            if (config.optimizer() == Optimizer.ADAM) {
                gradient.add_(value, new Scalar(config.weightDecay()));
            } else {
                value.mul_(new Scalar(1 - rate * config.weightDecay()));
            }
        }
        var m = piece.of(mean).lerp_(gradient, new Scalar(1 - config.beta1()));
        var v = piece.of(variance)
                .mul_(new Scalar(config.beta2()))
                .addcmul_(gradient, gradient, new Scalar(1 - config.beta2()));
        double meanBias = 1 - Math.pow(config.beta1(), update);
        double deviationBias = Math.sqrt(1 - Math.pow(config.beta2(), update));
        var deviation = v.sqrt().add_(new Scalar(config.epsilon() * deviationBias));
        value.addcdiv_(m, deviation, new Scalar(-rate * deviationBias / meanBias));
    }
}
