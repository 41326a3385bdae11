package io.lingoduct.training.bench;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.batch.EpochPlan;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Sentence pairs out of nothing: lengths spread like those of everyday sentences, around ten tokens with a tail of longer ones,
 * and token ids without meaning. Speed and memory depend on the lengths only.
 */
final class SyntheticPairs {

    /** Geometric mean of a source's length. */
    private static final double TYPICAL_LENGTH = 9;

    /** Of the logarithm of a length. */
    private static final double SPREAD = 0.45;

    /** Of the logarithm of a target's length over its source's. */
    private static final double PAIR_SPREAD = 0.15;

    private static final int LONGEST = 60;
    private static final int FIRST_TOKEN = 1
            + Math.max(
                    Math.max(VocabularyBuilder.PAD, VocabularyBuilder.UNK),
                    Math.max(VocabularyBuilder.BOS, VocabularyBuilder.EOS));

    private final Random random;

    SyntheticPairs(long seed) {
        this.random = new Random(seed);
    }

    /** Batches as training forms them of so many pairs. */
    static List<List<EncodedPair>> batches(
            int pairs, int sourceVocabulary, int targetVocabulary, int batchTokens, long seed) {
        var made = new SyntheticPairs(seed).pairs(pairs, sourceVocabulary, targetVocabulary);
        return EpochPlan.of(made, batchTokens, seed, 0);
    }

    List<EncodedPair> pairs(int count, int sourceVocabulary, int targetVocabulary) {
        var pairs = new ArrayList<EncodedPair>(count);
        for (int i = 0; i < count; i++) {
            double length = TYPICAL_LENGTH * Math.exp(SPREAD * random.nextGaussian());
            double targetLength = length * Math.exp(PAIR_SPREAD * random.nextGaussian());
            var source = tokens(whole(length) + 1, sourceVocabulary);
            source[source.length - 1] = VocabularyBuilder.EOS;
            pairs.add(new EncodedPair(source, tokens(whole(targetLength), targetVocabulary)));
        }
        return pairs;
    }

    private static int whole(double length) {
        return (int) Math.min(LONGEST, Math.max(1, Math.round(length)));
    }

    private long[] tokens(int length, int vocabulary) {
        return random.longs(length, FIRST_TOKEN, vocabulary).toArray();
    }
}
