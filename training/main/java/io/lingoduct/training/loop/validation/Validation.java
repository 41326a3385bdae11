package io.lingoduct.training.loop.validation;

import io.lingoduct.model.tokenizer.Tokenizer;
import io.lingoduct.text.metrics.Bleu;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.corpus.SentencePair;
import io.lingoduct.training.loop.settings.DevMetric;
import io.lingoduct.training.network.GreedySearch;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.network.Seq2Seq;
import java.util.List;

/** Measures a network on the dev set: perplexity per token of the reference, and BLEU of greedy translations. */
public final class Validation {

    /**
     * @param perplexity per target token, end-of-sentence included
     * @param bleu 0 to 100
     * @param hypotheses the translations that the BLEU is of, one per sentence of the dev set
     */
    public record Scores(double perplexity, double bleu, List<String> hypotheses) {

        /** The higher the better. */
        public double quality(DevMetric metric) {
            return metric.quality(perplexity, bleu);
        }
    }

    private final List<EncodedPair> pairs;
    private final List<String> references;
    private final Tokenizer tokenizer;
    private final SearchLimits limits;
    private final Bleu bleu;

    /**
     * @param tokenizer of the target language
     * @param bleu compares translations with the references
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
                Perplexity.of(network, pairs),
                bleu.score(hypotheses, references).value(),
                hypotheses);
    }
}
