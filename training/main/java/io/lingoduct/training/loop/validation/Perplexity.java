package io.lingoduct.training.loop.validation;

import io.lingoduct.training.batch.Batch;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.batch.EpochPlan;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.network.Tensors;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.CrossEntropyLossOptions;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.bytedeco.pytorch.kSum;

/** Surprise of a network at given targets. */
public final class Perplexity {

    private static final int BATCH_TOKENS = 1000;

    private Perplexity() {}

    /** Per target token, end-of-sentence included; leaves the network in the mode it was in. */
    public static double of(Seq2Seq network, List<EncodedPair> pairs) {
        return network.evaluating(() -> measure(network, pairs));
    }

    private static double measure(Seq2Seq network, List<EncodedPair> pairs) {
        double loss = 0;
        long tokens = 0;
        for (var pairsOfBatch : EpochPlan.of(pairs, BATCH_TOKENS, 0, 0)) {
            var batch = Batch.of(pairsOfBatch);
            try (var scope = new PointerScope();
                    var noGradient = new NoGradGuard()) {
                var options = new CrossEntropyLossOptions();
                options.ignore_index().put(VocabularyBuilder.PAD);
                options.reduction().put(new kSum());
                var expected = Tensors.of(batch.targetOutput(), batch.targetOutput().length)
                        .to(network.device(), ScalarType.Long);
                loss += torch.cross_entropy(network.logits(batch), expected, options)
                        .item_double();
                tokens += batch.targetTokens();
            }
        }
        return Math.exp(loss / tokens);
    }
}
