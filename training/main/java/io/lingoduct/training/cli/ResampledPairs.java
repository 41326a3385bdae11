package io.lingoduct.training.cli;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.batch.PairSource;
import io.lingoduct.training.corpus.SentencePair;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.vocabulary.SubwordSampler;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Training pairs whose words are cut into tokens anew for each epoch. Seed, epoch and position of a pair decide how it is cut,
 * so that a resumed run sees the same. A pair that would outgrow the limits keeps its ordinary tokens.
 */
final class ResampledPairs implements PairSource {

    private final List<SentencePair> pairs;
    private final List<EncodedPair> ordinary;
    private final SubwordSampler source;
    private final SubwordSampler target;
    private final SearchLimits limits;
    private final long seed;

    /**
     * @param pairs the sentences
     * @param ordinary their tokens without dropout, in the same order
     */
    ResampledPairs(
            List<SentencePair> pairs,
            List<EncodedPair> ordinary,
            Vocabularies vocabularies,
            double dropout,
            SearchLimits limits,
            long seed)
            throws IOException {
        this.pairs = pairs;
        this.ordinary = ordinary;
        this.source = SubwordSampler.load(vocabularies.sourceFile(), dropout);
        this.target = SubwordSampler.load(vocabularies.targetFile(), dropout);
        this.limits = limits;
        this.seed = seed;
    }

    @Override
    public List<EncodedPair> ofEpoch(int epoch) {
        return IntStream.range(0, pairs.size())
                .parallel()
                .mapToObj(i -> sample(i, epoch))
                .toList();
    }

    private EncodedPair sample(int index, int epoch) {
        var random = new SplittableRandom((seed * 1_000_003L + epoch) * 1_000_000_007L + index);
        var pair = pairs.get(index);
        var sampled = TokenPairs.of(source.sample(pair.source(), random), target.sample(pair.target(), random));
        return TokenPairs.fit(sampled, limits) ? sampled : ordinary.get(index);
    }
}
