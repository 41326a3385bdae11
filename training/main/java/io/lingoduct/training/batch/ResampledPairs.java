package io.lingoduct.training.batch;

import io.lingoduct.training.vocabulary.SubwordSampler;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Training pairs whose words are cut into tokens anew for each epoch. Seed, epoch and position of a pair decide how it is cut,
 * so that a resumed run sees the same. A pair that would outgrow the limits keeps its ordinary tokens.
 */
public final class ResampledPairs implements PairSource {

    private final TokenPairs.Fitting ordinary;
    private final SubwordSampler source;
    private final SubwordSampler target;
    private final TokenLimits limits;
    private final long seed;

    /** @param ordinary the sentences, and their tokens without dropout */
    public ResampledPairs(
            TokenPairs.Fitting ordinary, SubwordSampler source, SubwordSampler target, TokenLimits limits, long seed) {
        this.ordinary = ordinary;
        this.source = source;
        this.target = target;
        this.limits = limits;
        this.seed = seed;
    }

    @Override
    public List<EncodedPair> ofEpoch(int epoch) {
        return IntStream.range(0, ordinary.pairs().size())
                .parallel()
                .mapToObj(i -> sample(i, epoch))
                .toList();
    }

    private EncodedPair sample(int index, int epoch) {
        var random = new SplittableRandom(Seeds.ofPair(seed, epoch, index));
        var pair = ordinary.pairs().get(index);
        var sampled = EncodedPair.ofUnended(source.sample(pair.source(), random), target.sample(pair.target(), random));
        return limits.admit(sampled) ? sampled : ordinary.tokens().get(index);
    }
}
