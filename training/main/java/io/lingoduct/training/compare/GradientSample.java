package io.lingoduct.training.compare;

import io.lingoduct.training.batch.EncodedPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * The sentences that gradients are averaged over, and the longest distance: all sentences reach it, so that every distance is
 * averaged over the same ones.
 *
 * @param pairs each with a target of at least {@code distance} tokens
 */
record GradientSample(List<EncodedPair> pairs, int distance) {

    private static final int LONGEST = 60;

    /**
     * The longest distance, up to 60, that enough sentences reach, and as many of them drawn at random.
     *
     * @param enough how many; all of them where there are fewer
     */
    static GradientSample of(List<EncodedPair> pairs, int enough, long seed) {
        var byLength = new ArrayList<>(pairs);
        byLength.sort(Comparator.comparingInt((EncodedPair pair) -> pair.target().length)
                .reversed());
        int count = Math.min(enough, byLength.size());
        int distance = Math.min(LONGEST, byLength.get(count - 1).target().length);
        var longEnough = new ArrayList<>(
                pairs.stream().filter(pair -> pair.target().length >= distance).toList());
        Collections.shuffle(longEnough, new Random(seed));
        return new GradientSample(List.copyOf(longEnough.subList(0, count)), distance);
    }
}
