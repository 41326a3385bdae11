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
import org.bytedeco.pytorch.kSum;

/** Measures a network on the dev set: perplexity per token of the reference, and BLEU of greedy translations. */
public final class Validation {

    /**
     * @param perplexity per target token, end-of-sentence included
     * @param bleu cased, tokenised as {@code 13a}, 0 to 100
     */
    public record Scores(double perplexity, double bleu) {}

    private static final int BATCH_TOKENS = 1000;

    private final List<EncodedPair> pairs;
    private final List<String> references;
    private final Tokenizer tokenizer;
    private final SearchLimits limits;

    public Validation(List<SentencePair> dev, List<EncodedPair> encoded, Tokenizer tokenizer, SearchLimits limits) {
        this.pairs = encoded;
        this.references = dev.stream().map(SentencePair::target).toList();
        this.tokenizer = tokenizer;
        this.limits = limits;
    }

    public Scores measure(Seq2Seq network) {
        var search = new GreedySearch(network, limits);
        var hypotheses = search
                .translate(pairs.stream().map(EncodedPair::source).toList())
                .stream()
                .map(tokenizer::decode)
                .toList();
        var bleu = Bleu.cased13a().score(hypotheses, references).value();
        return new Scores(perplexity(network), bleu);
    }

    private double perplexity(Seq2Seq network) {
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
                var expected = Tensors.of(batch.targetOutput(), batch.targetOutput().length);
                loss += torch.cross_entropy(network.logits(batch), expected, options)
                        .item_double();
                tokens += batch.targetTokens();
            }
        }
        network.train(true);
        return Math.exp(loss / tokens);
    }
}
