package io.lingoduct.model.graph;

import io.lingoduct.model.SearchOptions;

/**
 * Kind of search that a call takes, out of those that a graph holds. Kinds that nobody asks for need not be loaded.
 *
 * @param forced targets are given; then the rest says nothing
 * @param shortlist candidates are given
 * @param greedy a beam of 1
 * @param limited repetition is limited
 * @param scored scores are wanted; they always are where the search itself needs them
 */
public record SearchKind(boolean forced, boolean shortlist, boolean greedy, boolean limited, boolean scored) {

    /** Greedy over the whole vocabulary, which every graph knows. */
    static final SearchKind GREEDY = new SearchKind(false, false, true, false, true);

    private static final SearchKind FORCED = new SearchKind(true, false, true, false, true);

    public static SearchKind of(GraphCall call) {
        return call.targets().isEmpty() ? of(call.search(), call.candidates() != null) : FORCED;
    }

    /** @param shortlist whether there will be candidates */
    public static SearchKind of(SearchOptions search, boolean shortlist) {
        boolean greedy = search.beamSize() == 1;
        boolean limited = search.noRepeatNgram() > 0;
        return new SearchKind(false, shortlist, greedy, limited, search.scores() || limited || !greedy);
    }
}
