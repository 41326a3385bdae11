package io.lingoduct.training.shortlist;

import io.lingoduct.model.bundle.Shortlist;
import io.lingoduct.training.vocabulary.Pieces;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses what a shortlist holds. Frequent: the most frequent target tokens of the training text, and end-of-sentence. For each
 * source token: its most probable translations besides these, and what spells the same text, so that names, digits and bytes
 * can be copied.
 */
final class CandidateSelection {

    private final TranslationTable table;
    private final ShortlistOptions options;
    private final int[] frequent;
    private final boolean[] isFrequent;

    CandidateSelection(TokenIndex index, TranslationTable table, ShortlistOptions options) {
        this.table = table;
        this.options = options;
        this.frequent = frequent(index.targetCounts(), options.frequent());
        this.isFrequent = new boolean[index.targets()];
        Arrays.stream(frequent).forEach(id -> isFrequent[id] = true);
    }

    private static int[] frequent(long[] counts, int wanted) {
        var most = IntStream.range(0, counts.length)
                .filter(id -> counts[id] > 0)
                .boxed()
                .sorted(Comparator.comparingLong((Integer id) -> counts[id])
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(wanted)
                .mapToInt(Integer::intValue);
        return IntStream.concat(IntStream.of(VocabularyBuilder.EOS), most)
                .sorted()
                .toArray();
    }

    Shortlist select(Pieces source, Pieces target) {
        List<int[]> candidates = IntStream.range(0, source.size())
                .mapToObj(id -> Pieces.isSpecial(id) ? new int[0] : candidates(id, target.spell(source.text(id))))
                .toList();
        return Shortlist.of(isFrequent.length, frequent, candidates);
    }

    private int[] candidates(int source, int[] sameText) {
        var probable = IntStream.range(table.start(source), table.end(source))
                .filter(i -> table.probability(i) >= options.minProbability() && !isFrequent[table.id(i)])
                .boxed()
                // Rows ascend by id: of equally probable ones the lower id stays first.
                .sorted(Comparator.comparingDouble((Integer i) -> -table.probability(i)))
                .limit(options.perToken())
                .mapToInt(table::id);
        var copied = Arrays.stream(sameText).filter(id -> !isFrequent[id]);
        return IntStream.concat(probable, copied).sorted().distinct().toArray();
    }
}
