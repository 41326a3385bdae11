package io.lingoduct.training.export.onnx;

import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import java.util.List;

/**
 * A value that a loop carries from step to step.
 *
 * @param dims names of its dimensions
 */
public record Carried(String name, Type type, Value value, Use use, List<String> dims) {

    /** Fate of a value when the loop ends. */
    public enum Use {
        /** Only the next step wants it. */
        STEP,
        /** Belongs to the result. */
        RESULT,
        /** Belongs to the result, and grows by a column each step; has none before the first. */
        COLUMNS
    }

    /** Another value in its place. */
    public Carried with(Value other) {
        return new Carried(name, type, other, use, dims);
    }

    /** The same under another name, and its dimensions with it. */
    public Carried prefixed(String prefix) {
        return new Carried(
                prefix + name,
                type,
                value,
                use,
                dims.stream().map(dim -> prefix + dim).toList());
    }

    public boolean isResult() {
        return use != Use.STEP;
    }

    public boolean grows() {
        return use == Use.COLUMNS;
    }

    /** Declares it as an input of a loop's body. */
    Value asInput(GraphBuilder body) {
        return body.input(name, type, dims.toArray());
    }

    /** Declares it, as it is after a step, as an output of a loop's body. */
    public void asOutput(GraphBuilder body) {
        body.output(
                name + "_next",
                value,
                type,
                dims.stream().map(dim -> dim + "_next").toArray());
    }
}
