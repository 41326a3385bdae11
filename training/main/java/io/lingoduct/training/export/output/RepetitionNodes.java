package io.lingoduct.training.export.output;

import ai.onnx.proto.OnnxMl.GraphProto;
import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.Vectors;
import io.lingoduct.training.network.Seq2Seq;
import java.util.List;

/**
 * Keeps a hypothesis from saying the same n tokens twice (Paulus, Xiong and Socher, 2018: "A Deep Reinforced Model for
 * Abstractive Summarization", section 2.5). Works on the output's columns, each of which stands for one token.
 */
public final class RepetitionNodes {

    private RepetitionNodes() {}

    /**
     * Scores [N, L] without what would repeat n tokens.
     *
     * @param said [N, t], the columns said until now
     * @param step scalar, t
     * @param n scalar; 0 for no limit, else at least 2
     */
    public static Value without(GraphBuilder g, Value scores, Value said, Value step, Value n) {
        var wanted = g.node("Greater", List.of(n, g.scalar(0)));
        var possible = g.node("GreaterOrEqual", List.of(step, n));
        var due = g.node("And", List.of(wanted, possible));
        var banned = g.nodes(
                "If",
                2,
                List.of(due),
                Attributes.of("then_branch", repeated(g.subgraph("repeated"), said, step, n)),
                Attributes.of("else_branch", nothing(g.subgraph("nothing_repeated"), said)));
        return g.node(
                "ScatterElements",
                List.of(scores, banned.get(0), banned.get(1)),
                Attributes.of("axis", 1),
                Attributes.of("reduction", "add"));
    }

    /** Every place where the last n - 1 columns stood before: the column that followed there is banned. */
    private static GraphProto repeated(GraphBuilder g, Value said, Value step, Value n) {
        var shift = g.node("Sub", List.of(n, g.scalar(1)));
        var last = g.node("Sub", List.of(step, shift));
        var starts = g.node("Range", List.of(g.scalar(0), last, g.scalar(1))); // [W]
        var offsets = g.node("Range", List.of(g.scalar(0), shift, g.scalar(1))); // [n - 1]
        var places = g.node("Add", List.of(Vectors.column(g, starts), offsets)); // [W, n - 1]
        var before = g.node("Gather", List.of(said, places), Attributes.of("axis", 1)); // [N, W, n - 1]
        var recent = g.node(
                "Gather", List.of(said, g.node("Add", List.of(offsets, last))), Attributes.of("axis", 1)); // [N, n - 1]
        var equal = g.node("Equal", List.of(before, Vectors.column(g, recent)));
        var same = g.node(
                "ReduceMin",
                List.of(g.cast(equal, Type.INT32)),
                Attributes.of("axes", new long[] {2}),
                Attributes.of("keepdims", 0)); // [N, W]
        var penalties = g.node("Where", List.of(g.cast(same, Type.BOOL), g.scalar(Seq2Seq.IMPOSSIBLE), g.scalar(0f)));
        var following = g.node(
                "Gather", List.of(said, g.node("Add", List.of(starts, shift))), Attributes.of("axis", 1)); // [N, W]
        g.output("columns", following, Type.INT64, "N", "W");
        g.output("penalties", penalties, Type.FLOAT, "N", "W");
        return g.build();
    }

    private static GraphProto nothing(GraphBuilder g, Value said) {
        var rows = g.node("Shape", List.of(said), Attributes.of("end", 1));
        var none = Vectors.noColumns(g, rows);
        g.output("columns", none, Type.INT64, "N", "W");
        g.output("penalties", g.cast(none, Type.FLOAT), Type.FLOAT, "N", "W");
        return g.build();
    }
}
