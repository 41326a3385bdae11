package io.lingoduct.training.network;

import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Inverted dropout with a random generator of its own: libtorch's draws from one generator for the whole process, and
 * training with several threads could not be repeated.
 */
final class Dropout {

    private final double probability;
    private final Generator generator = torch.make_generator_cpu();

    Dropout(double probability) {
        this.probability = probability;
    }

    void seed(long seed) {
        generator.set_current_seed(seed);
    }

    /** Scaled so that the expectation stays as it is; the identity where the probability is 0. */
    Tensor apply(Tensor x) {
        if (probability == 0) {
            return x;
        }
        var keep = 1 - probability;
        var mask = torch.empty_like(x).bernoulli_(keep, new GeneratorOptional(generator));
        return x.mul(mask.div_(new Scalar(keep)));
    }
}
