package io.lingoduct.training.shortlist;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.vocabulary.Pieces;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Sentence pairs, looked up by source token: for each token the pairs it stands in, as often as it stands there. The NULL word,
 * which stands in every source once, is a source token of its own. Special tokens are left out.
 *
 * @param sources source tokens, the NULL word included, which is the last
 * @param targets target tokens
 * @param targetStarts [N + 1] where the target of each pair begins in {@code targetIds}
 * @param targetIds the targets, one after the other
 * @param occurrenceStarts [sources + 1] where the pairs of each source token begin in {@code occurrences}
 * @param occurrences positions of pairs, ascending for each source token
 */
record TokenIndex(
        int sources, int targets, int[] targetStarts, int[] targetIds, int[] occurrenceStarts, int[] occurrences) {

    /** Beyond so many tokens that meet, seconds become minutes and the table outgrows the heap: fewer pairs teach as well. */
    private static final long MOST_MEETINGS = 400_000_000;

    static TokenIndex of(List<EncodedPair> pairs, int sourceVocabulary, int targetVocabulary) {
        var used = thinned(pairs);
        var sources = used.stream().map(pair -> ordinary(pair.source())).toList();
        var targets = used.stream().map(pair -> ordinary(pair.target())).toList();
        var starts = occurrenceStarts(sources, sourceVocabulary);
        return new TokenIndex(
                sourceVocabulary + 1,
                targetVocabulary,
                starts(targets),
                targets.stream().flatMapToInt(Arrays::stream).toArray(),
                starts,
                occurrences(sources, starts));
    }

    /** [targets] Number of times that each target token stands in the text. */
    long[] targetCounts() {
        var counts = new long[targets];
        for (int id : targetIds) {
            counts[id]++;
        }
        return counts;
    }

    private static List<EncodedPair> thinned(List<EncodedPair> pairs) {
        long meetings = pairs.stream()
                .mapToLong(pair -> (long) pair.source().length * pair.target().length)
                .sum();
        int step = Math.toIntExact(meetings / MOST_MEETINGS + 1);
        return IntStream.iterate(0, i -> i < pairs.size(), i -> i + step)
                .mapToObj(pairs::get)
                .toList();
    }

    private static int[] ordinary(long[] ids) {
        return LongStream.of(ids)
                .mapToInt(id -> (int) id)
                .filter(id -> !Pieces.isSpecial(id))
                .toArray();
    }

    private static int[] starts(List<int[]> sentences) {
        var starts = new int[sentences.size() + 1];
        for (int i = 0; i < sentences.size(); i++) {
            starts[i + 1] = Math.addExact(starts[i], sentences.get(i).length);
        }
        return starts;
    }

    private static int[] occurrenceStarts(List<int[]> sources, int vocabulary) {
        var starts = new int[vocabulary + 2];
        for (var source : sources) {
            for (int id : source) {
                starts[id + 1]++;
            }
        }
        starts[vocabulary + 1] = sources.size();
        Arrays.parallelPrefix(starts, Math::addExact);
        return starts;
    }

    private static int[] occurrences(List<int[]> sources, int[] starts) {
        int nullWord = starts.length - 2;
        var occurrences = new int[starts[nullWord + 1]];
        var next = starts.clone();
        for (int pair = 0; pair < sources.size(); pair++) {
            for (int id : sources.get(pair)) {
                occurrences[next[id]++] = pair;
            }
            occurrences[next[nullWord]++] = pair;
        }
        return occurrences;
    }
}
