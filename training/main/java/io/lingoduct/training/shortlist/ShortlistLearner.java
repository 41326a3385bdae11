package io.lingoduct.training.shortlist;

import io.lingoduct.model.bundle.Shortlist;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.vocabulary.Pieces;
import java.util.List;

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
}
