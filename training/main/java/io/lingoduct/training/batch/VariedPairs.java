package io.lingoduct.training.batch;

import io.lingoduct.training.corpus.SentencePair;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Training pairs of which some are worded anew for each epoch. Seed, epoch and position of a pair decide how, so that a resumed
 * run sees the same. A pair that stays as it is, and one that would outgrow the limits, keeps the tokens that it has
 * without that.
 */
public final class VariedPairs implements PairSource {

    private final List<SentencePair> pairs;
    private final PairSource asTheyAre;
    private final PairVariation variation;
    private final Cutter source;
    private final Cutter target;
    private final TokenLimits limits;
    private final long seed;

    /** Cuts a normalised text into token ids. */
    @FunctionalInterface
    public interface Cutter {
        long[] cut(String text, SplittableRandom random);
    }

    /** @param asTheyAre tokens of the pairs as they are, in the same order */
    public VariedPairs(
            List<SentencePair> pairs,
            PairSource asTheyAre,
            PairVariation variation,
            Cutter source,
            Cutter target,
            TokenLimits limits,
            long seed) {
        this.pairs = List.copyOf(pairs);
        this.asTheyAre = asTheyAre;
        this.variation = variation;
        this.source = source;
        this.target = target;
        this.limits = limits;
        this.seed = seed;
    }

    @Override
    public List<EncodedPair> ofEpoch(int epoch) {
        var unchanged = asTheyAre.ofEpoch(epoch);
        return IntStream.range(0, pairs.size())
                .parallel()
                .mapToObj(i -> vary(i, epoch, unchanged.get(i)))
                .toList();
    }

    private EncodedPair vary(int index, int epoch, EncodedPair unchanged) {
        var random = new SplittableRandom(Seeds.ofVariation(seed, epoch, index));
        var pair = pairs.get(index);
        var varied = variation.vary(pair, random);
        if (varied.equals(pair)) {
            return unchanged;
        }
        var encoded = EncodedPair.ofUnended(source.cut(varied.source(), random), target.cut(varied.target(), random));
        return limits.admit(encoded) ? encoded : unchanged;
    }
}
