package io.lingoduct.training.export;

import io.lingoduct.training.network.Seq2Seq;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Makes weights fit to be stored in half precision. */
public final class HalfPrecision {

    private HalfPrecision() {}

    /**
     * Rounds every matrix of the network to half-precision numbers, kept as float32; vectors stay as they are. Scores
     * measured after that are scores of the exported graph.
     */
    public static void round(Seq2Seq network) {
        try (var scope = new PointerScope();
                var noGradient = new NoGradGuard()) {
            network.weights().values().stream()
                    .filter(weight -> weight.dim() > 1)
                    .forEach(weight -> weight.copy_(weight.to(ScalarType.Half).to(ScalarType.Float)));
        }
    }
}
