package io.lingoduct.training.network;

import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.LinearOptions;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Scores source positions for decoder states; see {@link Attention}. Shapes: B rows, S source and T target positions, A
 * width of an annotation of a source position, D of a decoder state.
 */
final class AttentionLayer extends Module {

    private final Attention kind;
    private final LinearImpl key;
    private final LinearImpl query;
    private final Tensor vector;

    AttentionLayer(Attention kind, int annotationSize, int decoderHidden) {
        super("attention");
        this.kind = kind;
        boolean mapped = kind == Attention.GENERAL || kind == Attention.MLP;
        key = mapped ? register_module("key", linear(annotationSize, decoderHidden, false)) : null;
        query = kind == Attention.MLP ? register_module("query", linear(decoderHidden, decoderHidden, true)) : null;
        vector = kind == Attention.MLP ? torch.zeros(1, decoderHidden) : null;
        if (vector != null) {
            register_parameter("vector", vector);
        }
        initialise();
    }

    private static LinearImpl linear(int in, int out, boolean bias) {
        var options = new LinearOptions(in, out);
        options.bias().put(bias);
        return new LinearImpl(options);
    }

    private void initialise() {
        try (var noGradient = new NoGradGuard()) {
            if (key != null) {
                torch.xavier_uniform_(key.weight());
            }
            if (query != null) {
                torch.xavier_uniform_(query.weight());
                query.bias().zero_();
                torch.xavier_uniform_(vector);
            }
        }
    }

    /** Keys that states are compared with: annotations [B, S, A] to [B, S, D] for {@code MLP}, to [B, D, S] for the others. */
    Tensor keys(Tensor annotations) {
        return switch (kind) {
            case NONE -> annotations;
            case DOT -> annotations.transpose(1, 2);
            case GENERAL -> key.forward(annotations).transpose(1, 2);
            case MLP -> key.forward(annotations);
        };
    }

    /**
     * Weights [B, T, S], float32: of each row and target position they add up to 1, and padding has none.
     *
     * @param states of the decoder, [B, T, D]
     * @param mask [B, 1, S], 0 for a token and a large negative number for padding
     */
    Tensor weights(Tensor states, Tensor keys, Tensor mask) {
        var scores = kind == Attention.MLP ? mlp(states, keys) : states.bmm(keys);
        return scores.to(ScalarType.Float).add(mask).softmax(2);
    }

    private Tensor mlp(Tensor states, Tensor keys) {
        var asked = query.forward(states).unsqueeze(2); // [B, T, 1, D]
        var hidden = keys.unsqueeze(1).add(asked).tanh(); // [B, T, S, D]
        return torch.linear(hidden, vector).squeeze(-1);
    }

    /**
     * The mask of {@link #weights}, [B, 1, S].
     *
     * @param present [B, 1, S], 1 for a token and 0 for padding
     */
    static Tensor mask(Tensor present) {
        return present.sub(new Scalar(1)).mul(new Scalar(-Seq2Seq.IMPOSSIBLE));
    }
}
