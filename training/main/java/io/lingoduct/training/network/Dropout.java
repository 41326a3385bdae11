package io.lingoduct.training.network;

import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Inverted dropout with a random generator of its own on the CPU: libtorch's draws from one generator for the whole
 * process, and training with several threads could not be repeated. On a GPU there is one worker, and libtorch's own
 * generator serves.
 */
final class Dropout {

    private final Generator generator = torch.make_generator_cpu();

    void seed(long seed) {
        generator.set_current_seed(seed);
        if (torch.cuda_is_available()) {
            torch.cuda_manual_seed(seed);
        }
    }

    /** Scaled so that the expectation stays as it is; the identity where the probability is 0. */
    Tensor apply(Tensor x, double probability) {
        if (probability == 0) {
            return x;
        }
        var keep = 1 - probability;
        var source = x.is_cuda() ? new GeneratorOptional() : new GeneratorOptional(generator);
        var mask = torch.empty_like(x).bernoulli_(keep, source);
        return x.mul(mask.div_(new Scalar(keep)));
    }
}
