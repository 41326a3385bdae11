package io.lingoduct.training.export.onnx;

import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import java.util.List;

/**
 * Rows to be looked up by number.
 *
 * @param rows [X, units]
 * @param isHalf whether they are kept in half precision, which takes half the memory and hardly longer to look up
 */
public record RowTable(Value rows, boolean isHalf) {

    /** The table of rows in float32. */
    public static RowTable of(Value rows) {
        return new RowTable(rows, false);
    }

    /** Numbers of any shape to [.., units], in float32. */
    public Value at(GraphBuilder g, Value numbers) {
        var found = g.node("Gather", List.of(rows, numbers));
        return isHalf ? g.cast(found, Type.FLOAT) : found;
    }
}
