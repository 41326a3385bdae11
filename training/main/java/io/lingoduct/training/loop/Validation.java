package io.lingoduct.training.loop;

import io.lingoduct.model.Tokenizer;
import io.lingoduct.text.metrics.Bleu;
import io.lingoduct.training.batch.Batch;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.batch.EpochPlan;
import io.lingoduct.training.corpus.SentencePair;
import io.lingoduct.training.network.GreedySearch;
import io.lingoduct.training.network.SearchLimits;
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

/** Measures a network on the dev set: perplexity per token of the reference, and BLEU of greedy translations. */
public final class Validation {

    /**
     * @param perplexity per target token, end-of-sentence included
     * @param bleu 0 to 100
     * @param hypotheses the translations that the BLEU is of, one per sentence of the dev set
     */
    public record Scores(double perplexity, double bleu, List<String> hypotheses) {

        /** The higher the better. */
        double quality(DevMetric metric) {
            return metric.quality(perplexity, bleu);
        }
    }

    private static final int BATCH_TOKENS = 1000;

    private final List<EncodedPair> pairs;
    private final List<String> references;
    private final Tokenizer tokenizer;
    private final SearchLimits limits;
    private final Bleu bleu;

    /**
     * @param tokenizer of the target language
     * @param bleu how translations are compared with the references
     */
    public Validation(
            List<SentencePair> dev, List<EncodedPair> encoded, Tokenizer tokenizer, SearchLimits limits, Bleu bleu) {
        this.pairs = encoded;
        this.references = dev.stream().map(SentencePair::target).toList();
        this.tokenizer = tokenizer;
        this.limits = limits;
        this.bleu = bleu;
    }

    /** Leaves the network in the mode it was in. */
    public Scores measure(Seq2Seq network) {
        var search = new GreedySearch(network, limits);
        var hypotheses = search
                .translate(pairs.stream().map(EncodedPair::source).toList())
                .stream()
                .map(tokenizer::decode)
                .toList();
        return new Scores(
                perplexity(network), bleu.score(hypotheses, references).value(), hypotheses);
    }

    private double perplexity(Seq2Seq network) {
        boolean training = network.is_training();
        network.eval();
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
        network.train(training);
        return Math.exp(loss / tokens);
    }
}
