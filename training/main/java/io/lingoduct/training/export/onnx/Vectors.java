package io.lingoduct.training.export.onnx;

import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import java.util.List;

/** Small steps with vectors and columns that many parts of a graph take. Sizes are vectors of one. */
public final class Vectors {

    private Vectors() {}

    /** A vector of the given size that holds one scalar everywhere. */
    public static Value fill(GraphBuilder g, Value scalar, Value size) {
        return g.node("Expand", List.of(scalar, size));
    }

    /** The vector 0, 1, …, size - 1. */
    public static Value positions(GraphBuilder g, Value size) {
        return g.node("Range", List.of(g.scalar(0), g.node("Squeeze", List.of(size, g.longs(0))), g.scalar(1)));
    }

    /** No columns yet: [N, 0] int64. */
    public static Value noColumns(GraphBuilder g, Value rows) {
        var shape = g.node("Concat", List.of(rows, g.longs(0)), Attributes.of("axis", 0));
        return g.node("Expand", List.of(g.scalar(0), shape));
    }

    /** [N, 1] to [N]. */
    public static Value flat(GraphBuilder g, Value column) {
        return g.node("Squeeze", List.of(column, g.longs(1)));
    }

    /** [N] to [N, 1]. */
    public static Value column(GraphBuilder g, Value vector) {
        return g.node("Unsqueeze", List.of(vector, g.longs(1)));
    }
}
