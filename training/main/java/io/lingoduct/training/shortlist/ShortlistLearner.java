package io.lingoduct.training.shortlist;

import io.lingoduct.model.bundle.Shortlist;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.vocabulary.Pieces;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Makes a shortlist from the training text. The same pairs and options always give the same one. */
public final class ShortlistLearner {

    private ShortlistLearner() {}

    /**
     * Takes seconds of one core. Of a very large text evenly spread pairs are used.
     *
     * @param pairs the training text, cut into tokens as in translating
     * @param source the source's vocabulary
     * @param target the target's; the same where the languages share one
     */
    public static Shortlist learn(List<EncodedPair> pairs, Pieces source, Pieces target, ShortlistOptions options) {
        var index = TokenIndex.of(pairs, source.size(), target.size());
        var table = Model1.learn(index, options.iterations());
        return new CandidateSelection(index, table, options).select(source, target);
    }

    /**
     * Union of two lists, for a network that has learnt from one text and then from another: it translates what either of
     * them taught it, and the later one may be too short to show all that the earlier one did. Any translation may hold what
     * is frequent in either list, and a source token may lead to its candidates of both. At most the sum of both lists; what
     * is frequent is left out of the candidates.
     *
     * @throws IllegalArgumentException if the lists are not of one vocabulary
     */
    public static Shortlist union(Shortlist one, Shortlist other) {
        if (one.sourceVocabulary() != other.sourceVocabulary() || one.targetVocabulary() != other.targetVocabulary()) {
            throw new IllegalArgumentException(
                    "a shortlist from %,d to %,d ids cannot be joined with one from %,d to %,d"
                            .formatted(
                                    one.sourceVocabulary(),
                                    one.targetVocabulary(),
                                    other.sourceVocabulary(),
                                    other.targetVocabulary()));
        }
        var frequent = union(one.frequent(), other.frequent());
        var candidates = IntStream.range(0, one.sourceVocabulary())
                .mapToObj(id -> without(frequent, union(one.candidates(id), other.candidates(id))))
                .toList();
        return Shortlist.of(one.targetVocabulary(), frequent, candidates);
    }

    /** Ascending, each id once. */
    private static int[] union(int[] one, int[] other) {
        return IntStream.concat(Arrays.stream(one), Arrays.stream(other))
                .sorted()
                .distinct()
                .toArray();
    }

    private static int[] without(int[] ascending, int[] ids) {
        return Arrays.stream(ids)
                .filter(id -> Arrays.binarySearch(ascending, id) < 0)
                .toArray();
    }
}
