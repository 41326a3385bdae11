package io.lingoduct.training.export;

import io.lingoduct.training.batch.Batch;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.network.Tensors;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;

/** Finds the most probable target by scoring every one there is, with the network itself: the truth for a beam search. */
final class ExhaustiveSearch {

    private ExhaustiveSearch() {}

    /** The target of the highest log-probability, without end-of-sentence; unfinished ones only at the longest length. */
    static long[] best(Seq2Seq network, long[] source, int longest) {
        long[] best = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (var target : targets(network.config().targetVocabulary(), longest)) {
            double score = logProbability(network, source, target, target.length < longest);
            if (score > bestScore) {
                best = target;
                bestScore = score;
            }
        }
        return best;
    }

    private static List<long[]> targets(int vocabulary, int longest) {
        var all = new ArrayList<long[]>();
        all.add(new long[0]);
        for (int i = 0; i < all.size(); i++) {
            var prefix = all.get(i);
            for (long id = VocabularyBuilder.UNK + 1; prefix.length < longest && id < vocabulary; id++) {
                var longer = java.util.Arrays.copyOf(prefix, prefix.length + 1);
                longer[prefix.length] = id;
                all.add(longer);
            }
        }
        return all;
    }

    /** Log-probability of a target, with or without the end-of-sentence after it. */
    static double logProbability(Seq2Seq network, long[] source, long[] target, boolean ended) {
        try (var scope = new PointerScope();
                var noGradient = new NoGradGuard()) {
            var logits = Tensors.floats(network.logits(Batch.of(List.of(new EncodedPair(source, target)))));
            int vocabulary = network.config().targetVocabulary();
            double sum = 0;
            for (int step = 0; step < target.length + (ended ? 1 : 0); step++) {
                long id = step < target.length ? target[step] : VocabularyBuilder.EOS;
                sum += logSoftmax(logits, step * vocabulary, vocabulary, (int) id);
            }
            return sum;
        }
    }

    private static double logSoftmax(float[] logits, int start, int vocabulary, int id) {
        double total = 0;
        for (int i = 0; i < vocabulary; i++) {
            if (!SearchLimits.FORBIDDEN.contains((long) i)) {
                total += Math.exp(logits[start + i]);
            }
        }
        return logits[start + id] - Math.log(total);
    }
}
