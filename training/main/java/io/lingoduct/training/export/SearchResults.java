package io.lingoduct.training.export;

import io.lingoduct.training.export.GraphBuilder.Type;
import io.lingoduct.training.export.GraphBuilder.Value;
import java.util.List;

/**
 * What every search gives, so that a graph can choose among searches while it runs.
 *
 * @param ids [B, T], the best hypotheses
 * @param scores [B]
 * @param nBestIds [B, K, T], all hypotheses, the best first
 * @param nBestScores [B, K]
 * @param attention [B, T, S]; T is 0 where it was not asked for
 */
record SearchResults(Value ids, Value scores, Value nBestIds, Value nBestScores, Value attention) {

    static final int COUNT = 5;

    static SearchResults of(List<Value> values) {
        return new SearchResults(values.get(0), values.get(1), values.get(2), values.get(3), values.get(4));
    }

    /** One hypothesis for each row: ids [B, T] and scores [B]. */
    static SearchResults single(GraphBuilder g, Value ids, Value scores, Value attention) {
        var one = g.node("Unsqueeze", List.of(ids, g.longs(1)));
        return new SearchResults(ids, scores, one, SearchInputs.column(g, scores), attention);
    }

    /** Declares them as the outputs of a graph or branch. */
    void asOutputs(GraphBuilder g) {
        g.output("target_ids", ids, Type.INT64, "B", "T");
        g.output("scores", scores, Type.FLOAT, "B");
        g.output("nbest_ids", nBestIds, Type.INT64, "B", "K", "T");
        g.output("nbest_scores", nBestScores, Type.FLOAT, "B", "K");
        g.output("attention", attention, Type.FLOAT, "B", "A", "S");
    }
}
