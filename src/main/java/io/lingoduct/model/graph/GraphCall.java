package io.lingoduct.model.graph;

import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.bundle.Shortlist;
import java.util.List;

/**
 * Input of one run of a graph.
 *
 * @param rows token ids of each of the B sources, end-of-sentence included
 * @param padId fills rows and targets up to the longest
 * @param maxLength most target tokens of any row
 * @param candidates target ids that may be said; null for the whole vocabulary
 * @param targets token ids of each row's target, end-of-sentence included, to be said in place of what the search would
 *     choose; empty where nothing is forced
 */
public record GraphCall(
        List<long[]> rows,
        long padId,
        int maxLength,
        SearchOptions search,
        Shortlist.Candidates candidates,
        List<long[]> targets) {

    /** A search over the whole vocabulary. */
    public static GraphCall search(List<long[]> rows, long padId, int maxLength, SearchOptions search) {
        return new GraphCall(rows, padId, maxLength, search, null, List.of());
    }

    /**
     * Runs the rows with the tokens of given targets, whose scores are then the sums of their tokens' log-probabilities.
     *
     * @param maxLength at least the length of the longest target, or that one is cut
     */
    public static GraphCall forced(List<long[]> rows, List<long[]> targets, long padId, int maxLength) {
        return new GraphCall(rows, padId, maxLength, new SearchOptions(1, 0), null, targets);
    }

    /** The same with candidates. */
    public GraphCall within(Shortlist.Candidates words) {
        return new GraphCall(rows, padId, maxLength, search, words, targets);
    }
}
