package io.lingoduct.training.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * The order in which one epoch visits the data: shuffled, then sorted by length within large chunks so that a batch holds
 * pairs of about one length and little padding, cut into batches of a token budget, and the batches shuffled again. The
 * same seed and epoch always give the same plan.
 */
public final class EpochPlan {

    private static final int CHUNK_BATCHES = 100;

    private EpochPlan() {}

    /**
     * @param tokenBudget target tokens per batch, padding included
     * @return batches of pairs; every pair occurs once
     */
    public static List<List<EncodedPair>> of(List<EncodedPair> pairs, int tokenBudget, long seed, int epoch) {
        var random = new Random(Seeds.ofEpoch(seed, epoch));
        var shuffled = new ArrayList<>(pairs);
        Collections.shuffle(shuffled, random);
        var batches = new ArrayList<List<EncodedPair>>();
        int meanLength = 1
                + (int) shuffled.stream()
                        .mapToInt(p -> p.target().length)
                        .average()
                        .orElse(1);
        int chunk = Math.max(1, CHUNK_BATCHES * tokenBudget / meanLength);
        for (int start = 0; start < shuffled.size(); start += chunk) {
            var part = new ArrayList<>(shuffled.subList(start, Math.min(shuffled.size(), start + chunk)));
            part.sort(Comparator.<EncodedPair>comparingInt(p -> p.source().length)
                    .thenComparingInt(p -> p.target().length));
            cut(part, tokenBudget, batches);
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    private static void cut(List<EncodedPair> sorted, int tokenBudget, List<List<EncodedPair>> batches) {
        var batch = new ArrayList<EncodedPair>();
        int widest = 0;
        for (var pair : sorted) {
            int width = Math.max(widest, pair.target().length + 1);
            if (!batch.isEmpty() && width * (batch.size() + 1) > tokenBudget) {
                batches.add(batch);
                batch = new ArrayList<>();
                width = pair.target().length + 1;
            }
            batch.add(pair);
            widest = width;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
    }
}
