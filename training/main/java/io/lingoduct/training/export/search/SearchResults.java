package io.lingoduct.training.export.search;

import io.lingoduct.model.graph.GraphPorts;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.Vectors;
import java.util.List;

/**
 * Results of a search, the same for all kinds, so that a graph can choose among them while it runs.
 *
 * @param ids [B, T], the best hypotheses
 * @param scores [B]
 * @param nBestIds [B, K, T], all hypotheses, the best first
 * @param nBestScores [B, K]
 * @param attention [B, T, S]; T is 0 where it was not asked for
 */
public record SearchResults(Value ids, Value scores, Value nBestIds, Value nBestScores, Value attention) {

    /** Number of outputs that a graph or branch has for them. */
    public static final int COUNT = 5;

    public static SearchResults of(List<Value> values) {
        return new SearchResults(values.get(0), values.get(1), values.get(2), values.get(3), values.get(4));
    }

    /** One hypothesis for each row: ids [B, T] and scores [B]. */
    static SearchResults single(GraphBuilder g, Value ids, Value scores, Value attention) {
        var one = g.node("Unsqueeze", List.of(ids, g.longs(1)));
        return new SearchResults(ids, scores, one, Vectors.column(g, scores), attention);
    }

    /** Declares them as the outputs of a graph or branch. */
    public void asOutputs(GraphBuilder g) {
        g.output(GraphPorts.TARGET_IDS, ids, Type.INT64, "B", "T");
        g.output(GraphPorts.SCORES, scores, Type.FLOAT, "B");
        g.output(GraphPorts.NBEST_IDS, nBestIds, Type.INT64, "B", "K", "T");
        g.output(GraphPorts.NBEST_SCORES, nBestScores, Type.FLOAT, "B", "K");
        g.output(GraphPorts.ATTENTION, attention, Type.FLOAT, "B", "A", "S");
    }
}
